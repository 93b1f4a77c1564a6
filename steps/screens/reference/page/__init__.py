"""The page around the screens: address, loading, layout, dialogs, errors, window size."""
