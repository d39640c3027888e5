"""Turns frozen values into plain JSON values and back, so that they can be kept in a file."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_plain(value: object) -> Any:
    """A frozen value as objects, lists, texts and numbers."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(name): to_plain(one) for name, one in value.items()}
    if isinstance(value, (tuple, list)):
        return [to_plain(one) for one in value]
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return value


def from_plain(kind: type[T], plain: Any) -> T:
    """The value that `to_plain` wrote. Raises ValueError when it is of another shape."""
    try:
        made = _made(kind, plain)
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(str(error)) from error
    if not isinstance(made, kind):
        raise ValueError(kind.__name__)  # noqa: TRY004 - the file is wrong, not the caller
    return made


def _made(kind: Any, plain: Any) -> Any:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        if plain is None and NoneType in inner:
            return None
        (kind,) = [one for one in inner if one is not NoneType]
        return _made(kind, plain)
    if origin is tuple and len(inner) == 2 and inner[1] is Ellipsis:
        return tuple(_made(inner[0], one) for one in _list(plain))
    if origin is not None and issubclass(origin, Mapping):
        return {_made(inner[0], name): _made(inner[1], one) for name, one in plain.items()}
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        make: Callable[..., Any] = kind
        return make(**{field.name: _made(hints[field.name], plain[field.name]) for field in fields(kind)})
    if kind in (datetime, date):
        return kind.fromisoformat(plain)
    if issubclass(kind, Enum):
        return kind(plain)
    if type(plain) is not kind and not (kind is float and type(plain) is int):
        raise TypeError(f"{plain!r} is not {kind}")
    return plain


def _list(plain: Any) -> list[Any]:
    if not isinstance(plain, list):
        raise TypeError(f"{plain!r} is not a list")
    return plain
