"""What all services of the wire share: shapes, operations, frames, errors, pages of lists, addresses."""
