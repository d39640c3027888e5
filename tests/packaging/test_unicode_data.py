"""ICU's data keep what is of no language, and English and French."""

import struct

import pytest
from linux import unicode_data


@pytest.mark.parametrize(
    "name",
    ["root.res", "en.res", "en_CA.res", "fr_CA.res", "coll/root.res", "coll/ucadata.icu", "nfc.nrm",
     "pool.res", "zone/fr.res", "zone/pool.res", "res_index.res", "likelySubtags.res", "zoneinfo64.res",
     "brkitr/root.res", "brkitr/line.brk", "cnvalias.icu"],
)  # fmt: skip
def test_what_is_of_no_language_or_of_ours_stays(name: str) -> None:
    assert unicode_data.is_kept(name)


@pytest.mark.parametrize(
    "name",
    ["de.res", "zh_Hant_HK.res", "coll/ja.res", "zone/es_419.res", "unit/uz.res", "shift_jis.cnv",
     "brkitr/cjdict.dict", "translit/root.res", "unames.icu", "fur.res"],
)  # fmt: skip
def test_other_languages_go(name: str) -> None:
    assert not unicode_data.is_kept(name)


def test_items_lie_where_the_table_says() -> None:
    items = [(b"icudt73l/a.res", b"first"), (b"icudt73l/b.icu", b"second" * 9)]
    packed = unicode_data._packed(items)
    count = struct.unpack_from("<I", packed)[0]
    places = [struct.unpack_from("<II", packed, 4 + 8 * number) for number in range(count)]
    for (name_at, place), (name, content) in zip(places, items, strict=True):
        assert packed[name_at : packed.index(b"\0", name_at)] == name
        assert packed[place : place + len(content)] == content
        assert place % 16 == 0
