"""A settled page: its animations have ended."""

SETTLED = """
(() => {
  const moving = () => document.getAnimations()
    .filter((one) => one.playState === "running" && Number.isFinite(one.effect?.getComputedTiming().endTime));
  // The end of one animation can begin another, such as the transition of a style that it held back.
  for (let round = 0; round < 5 && moving().length; round++) for (const one of moving()) one.finish();
  return moving().length === 0;
})()
"""
"""JavaScript that takes animations to their end, as Playwright does for a picture, and returns whether they ended."""
