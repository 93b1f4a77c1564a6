"""The page on which a person sees and steers a tenant. Rule: it has no power that the control plane lacks."""
