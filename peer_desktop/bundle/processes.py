"""Lets a packaged program be one of the processes an import starts: its ways in ask here before all else."""

from peer_desktop.bundle import foreign_reader, preparing_process
from peer_desktop.bundle.preparing_process import PREPARE_FLAG
from peer_desktop.bundle.reading import READ_FLAG


def run_if_asked(arguments: list[str]) -> int | None:
    """Do what this process was started for, and say its exit code; None when it is the program itself.

    `arguments` is sys.argv.
    """
    match arguments[1:]:
        case [flag, *rest] if flag == READ_FLAG:
            return foreign_reader.main(rest)
        case [flag] if flag == PREPARE_FLAG:
            return preparing_process.main()
    return None
