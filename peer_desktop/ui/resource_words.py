"""Says in words what a resource is and what it is about."""

from PySide6.QtCore import QCoreApplication

from peer_desktop.directory.listing import Resource
from peer_desktop.ui import crisis_words, wording

translate = QCoreApplication.translate


def description(resource: Resource) -> str:
    """One line: Article · 2019 · English."""
    parts = (type_in_words(resource.type), year_in_words(resource), languages_in_words(resource))
    return wording.BETWEEN.join(parts)


def year_in_words(resource: Resource) -> str:
    """The year, or that the page names none."""
    return resource.year or translate("ResourceWords", "undated")


def languages_in_words(resource: Resource) -> str:
    """The languages it is written or spoken in."""
    return crisis_words.languages_in_words(resource.languages)


def type_in_words(kind: str) -> str:
    """What sort of resource it is."""
    types = {
        "article": translate("ResourceWords", "Article"),
        "conference-abstract": translate("ResourceWords", "Conference abstract"),
        "evidence-brief": translate("ResourceWords", "Evidence brief"),
        "guide": translate("ResourceWords", "Guide"),
        "news-release": translate("ResourceWords", "News release"),
        "podcast": translate("ResourceWords", "Podcast"),
        "preprint": translate("ResourceWords", "Preprint"),
        "report": translate("ResourceWords", "Report"),
        "research-summary": translate("ResourceWords", "Research summary"),
        "transcript": translate("ResourceWords", "Transcript"),
        "video": translate("ResourceWords", "Video"),
        "web-page": translate("ResourceWords", "Web page"),
        "web-resource": translate("ResourceWords", "Web resource"),
    }
    return types.get(kind, kind)


def topic_in_words(topic: str) -> str:
    """What a resource is about."""
    topics = {
        "australia": translate("ResourceWords", "Australia"),
        "canada": translate("ResourceWords", "Canada"),
        "caregivers": translate("ResourceWords", "Caregivers"),
        "community": translate("ResourceWords", "Community"),
        "definitions": translate("ResourceWords", "Definitions"),
        "evidence": translate("ResourceWords", "Evidence"),
        "families": translate("ResourceWords", "Families"),
        "finding-support": translate("ResourceWords", "Finding support"),
        "formal": translate("ResourceWords", "Formal peer support"),
        "grief-loss": translate("ResourceWords", "Grief and loss"),
        "group": translate("ResourceWords", "Groups"),
        "guidelines": translate("ResourceWords", "Guidelines and good practice"),
        "homelessness": translate("ResourceWords", "Homelessness"),
        "implementation": translate("ResourceWords", "Setting up a program"),
        "military-sexual-trauma": translate("ResourceWords", "Military sexual trauma"),
        "one-on-one": translate("ResourceWords", "One-on-one support"),
        "online": translate("ResourceWords", "Online support"),
        "peer-supporters": translate("ResourceWords", "Peer supporters"),
        "policy": translate("ResourceWords", "Policy"),
        "ptsd-osi": translate("ResourceWords", "Operational stress injury and PTSD"),
        "public-safety": translate("ResourceWords", "Public-safety personnel"),
        "recovery": translate("ResourceWords", "Recovery"),
        "serving-members": translate("ResourceWords", "Serving members"),
        "spouses-partners": translate("ResourceWords", "Spouses and partners"),
        "stigma": translate("ResourceWords", "Stigma"),
        "suicide-prevention": translate("ResourceWords", "Suicide prevention"),
        "transition": translate("ResourceWords", "Transition"),
        "united-states": translate("ResourceWords", "United States"),
        "veterans": translate("ResourceWords", "Veterans"),
        "workplace": translate("ResourceWords", "Workplace"),
    }
    return topics.get(topic, topic)
