from dragoman.records import Story
from dragoman.report.labels import Labels


def markdown(story: Story, labels: Labels) -> str:
    """Being written."""
    return story.title
