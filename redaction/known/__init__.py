"""What the case's own structured fields tell us to look for, in every form that can be derived from them."""
