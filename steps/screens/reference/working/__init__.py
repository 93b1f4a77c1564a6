"""The screens of a signed-in agent or supervisor: Task page, calls, monitoring, user profile."""
