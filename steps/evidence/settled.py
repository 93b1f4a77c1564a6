"""A page at rest: what moves on it has arrived."""

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
"""JavaScript that waits for movements to end, and says whether they did: in a hidden tab they stand still."""
