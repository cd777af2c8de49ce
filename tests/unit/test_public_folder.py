"""The published site on disk: exchanged in one step, readable by a server, and never over somebody else's files."""

import pytest

from scrutiny_app.files.public_folder import InTheWay, write_folder

OLD, NEW = {"index.html": b"old", "a/1/index.html": b"one"}, {"index.html": b"new"}


def test_a_new_site_takes_the_place_of_the_old_one_and_leaves_nothing_of_it(tmp_path):
    target = tmp_path / "site"
    write_folder(OLD, target)
    assert (target / "a/1/index.html").read_bytes() == b"one"
    write_folder(NEW, target)
    assert sorted(one.name for one in target.iterdir()) == ["index.html"]
    assert len(list(tmp_path.iterdir())) == 2


def test_a_server_of_another_user_can_read_it(tmp_path):
    write_folder(OLD, tmp_path / "site")
    modes = {one.stat().st_mode & 0o777 for one in (tmp_path / "site/a", tmp_path / "site/a/1/index.html")}
    assert modes == {0o755, 0o644}


def test_the_same_site_again_changes_nothing(tmp_path):
    assert write_folder(OLD, tmp_path / "site") == write_folder(OLD, tmp_path / "site")


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "mine.txt").write_text("mine")
    with pytest.raises(InTheWay):
        write_folder(NEW, tmp_path / "site")
    assert (tmp_path / "site" / "mine.txt").read_text() == "mine"
