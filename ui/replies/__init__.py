"""What applicants answer, recorded from any page: stock objections with their answers, and replies."""
