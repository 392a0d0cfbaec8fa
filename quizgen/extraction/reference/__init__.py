"""What pronouns and possessives stand for: one thing named before them, or nothing."""
