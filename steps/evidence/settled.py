"""A settled page: its animations have ended."""

SETTLED = """
(async () => {
  const moving = () => document.getAnimations()
    .filter((one) => one.playState === "running" && Number.isFinite(one.effect?.getComputedTiming().endTime));
  const hidden = () => new Promise((resolve) => {
    if (document.hidden) resolve();
    else document.addEventListener("visibilitychange", resolve, { once: true });
  });
  await Promise.race([Promise.allSettled(moving().map((one) => one.finished)), hidden()]);
  return moving().length === 0;
})()
"""
"""JavaScript that waits for animations to end and returns whether they did; in a hidden tab they are paused."""
