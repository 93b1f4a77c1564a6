"""What the desktop looks like to a test. Rule: the only place with locators."""
