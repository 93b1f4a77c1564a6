"""The signed-in desktop: its pages, its layout, the window around it, and the features that fail."""
