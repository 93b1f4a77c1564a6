"""The module of this folder's scenarios, English and Swedish. The plugin fills it with a test for each."""
