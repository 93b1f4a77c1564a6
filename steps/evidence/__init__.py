"""The evidence of each step: pictures, accessibility, console, traffic."""
