"""Finds the sentences that Python code says to people through Qt: tr(…) and translate(…)."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

APPLICATIONS = {"QCoreApplication", "QGuiApplication", "QApplication"}


class NotReadable(Exception):  # noqa: N818 - it is a sentence about the code, not about this program
    """The code asks for a translation in a way that no tool can collect."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as the code says it."""

    context: str
    text: str
    comment: str
    plural: bool

    def in_cpp(self) -> str:
        """The same request in C++, which lupdate reads without a loss."""
        comment = _quoted(self.comment) if self.comment else "nullptr"
        count = ", 1" if self.plural else ""
        return (
            f"QCoreApplication::translate({_quoted(self.context)}, {_quoted(self.text)}, {comment}{count});\n"
        )


def sentences_in(code: str, name: str) -> Iterator[Sentence]:
    """The sentences of one module, in order. Raises NotReadable with `name` and the line."""
    module = ast.parse(code)
    yield from _walk(module, None, _short_forms(module), name)


def _walk(node: ast.AST, inside: str | None, short: Mapping[str, str], name: str) -> Iterator[Sentence]:
    if isinstance(node, ast.FunctionDef) and _short_form(node):
        return
    if isinstance(node, ast.ClassDef):
        inside = node.name
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        for side in (node.left, node.right):
            if isinstance(side, ast.Call) and _is_request(side, short):
                raise _fault(name, side, "translated fragments are joined: say one whole sentence")
    if isinstance(node, ast.Call) and _is_request(node, short):
        yield _sentence(node, inside, short, name)
    for child in ast.iter_child_nodes(node):
        yield from _walk(child, inside, short, name)


def _short_forms(module: ast.AST) -> dict[str, str]:
    """Functions of one sentence that only name the context for others, by name: their context."""
    forms = (_short_form(node) for node in ast.walk(module) if isinstance(node, ast.FunctionDef))
    return dict(form for form in forms if form)


def _short_form(function: ast.FunctionDef) -> tuple[str, str] | None:
    """Name and context of `def tr(text): return QCoreApplication.translate("Context", text)`."""
    last = function.body[-1]
    said = last.value if isinstance(last, ast.Return) else None
    if not isinstance(said, ast.Call) or not _is_request(said, {}):
        return None
    match said.args:
        case [ast.Constant(value=str(context)), ast.Name(id=text)]:
            if text in {argument.arg for argument in function.args.args}:
                return function.name, context
    return None


def _is_request(call: ast.Call, short: Mapping[str, str]) -> bool:
    match call.func:
        case ast.Attribute(attr="tr"):
            return True
        case ast.Attribute(value=ast.Name(id=owner), attr="translate"):
            return owner in APPLICATIONS
        case ast.Name(id=name):
            return name in short or name in ("translate", "QT_TRANSLATE_NOOP")
    return False


def _sentence(call: ast.Call, inside: str | None, short: Mapping[str, str], name: str) -> Sentence:
    arguments = list(call.args)
    if isinstance(call.func, ast.Attribute) and call.func.attr == "tr":
        if inside is None:
            raise _fault(name, call, "tr() outside a class has no context: use QCoreApplication.translate()")
        if ast.unparse(call.func.value) != "self":
            raise _fault(name, call, "tr() of another object has another context: use self.tr()")
        context = inside
    elif isinstance(call.func, ast.Name) and call.func.id in short:
        context = short[call.func.id]
    else:
        context = _literal(arguments.pop(0) if arguments else None, call, name)
    text = _literal(arguments.pop(0) if arguments else None, call, name)
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    said = arguments.pop(0) if arguments else named.get("disambiguation")
    comment = "" if said is None or _is_none(said) else _literal(said, call, name)
    plural = bool(arguments) or "n" in named
    if plural != ("%n" in text):
        raise _fault(name, call, "%n and a number go together: tr(text, None, number)")
    return Sentence(context, text, comment, plural)


def _literal(node: ast.expr | None, call: ast.Call, name: str) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        return node.value
    raise _fault(name, call, "what is translated must be written out as a literal")


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value in (None, "")


def _fault(name: str, node: ast.expr, sentence: str) -> NotReadable:
    return NotReadable(f"{name}:{node.lineno}: {sentence}")


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
