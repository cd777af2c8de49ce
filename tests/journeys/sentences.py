"""What must always be true, each sentence with the tests that fail if it stops being true."""

from typing import NamedTuple


class Sentence(NamedTuple):
    """One sentence, in few words, and tests that hold it: each is its file in tests/ and its name without "test_"."""

    number: int
    says: str
    held_by: tuple[str, ...]


JOURNEY = "journeys/test_whole_cycle: a_case_goes_the_whole_way_and_no_step_can_be_skipped_or_done_by_another"
SENTENCES = (
    Sentence(
        1,
        "A panel reader never receives an identifier",
        (
            "journeys/test_leaks: nothing_that_the_panel_can_reach_holds_an_identifier",
            "journeys/test_leaks: the_scan_finds_an_identifier_where_there_is_one",
            "services/test_releasing: what_is_planted_in_every_field_is_in_no_byte_of_a_release",
            "services/test_releasing: a_leak_that_slipped_past_the_check_still_stops_the_release",
            "services/test_releasing: a_leak_in_a_fact_stops_the_release_as_one_in_a_text_does",
            "services/test_reporting: nobodys_name_or_number_is_in_any_form_of_a_report",
            "web/test_panel_rounds: the_certificate_shows_no_case_number_and_no_ticket",
            "web/test_portals: a_route_names_no_parameter_that_could_hold_an_identifier",
            "unit/files/test_documents: it_carries_no_thumbnail_comment_custom_part_author_or_other_programs_name",
            "unit/files/test_writing: the_same_cells_give_the_same_bytes_without_a_moment_or_a_name",
            "unit/redaction/test_no_form_left: no_derivable_form_is_left_in_ten_thousand_cases",
            "journeys/test_fourteen_sentences: sentence_1_a_fault_writes_nothing_of_a_case_to_page_or_log",
            JOURNEY,
        ),
    ),
    Sentence(
        2,
        "The panel's side cannot open a dossier",
        (
            "web/test_portals: the_panels_process_starts_without_the_key_and_maps_no_table_that_identifies_anyone",
            "web/test_portals: the_panels_process_loads_no_code_that_opens_a_dossier",
            "web/test_portals: the_panels_process_has_no_route_of_the_forces",
            "web/test_portals: every_table_is_one_that_the_panel_maps_or_one_that_it_must_not",
            "web/test_portals: the_panels_settings_never_name_the_case_key",
            "services/test_dossiers: another_key_or_a_changed_byte_opens_nothing",
            "services/test_dossiers: nothing_of_a_dossier_stands_in_clear",
            "journeys/test_leaks: nothing_sealed_stands_in_clear_in_the_database",
            "journeys/test_fourteen_sentences: sentence_2_no_import_leads_from_the_panels_pages_to_a_dossier",
            JOURNEY,
        ),
    ),
    Sentence(
        3,
        "The draw can be re-performed by someone who distrusts us",
        (
            "web/test_draws: sentence_3_anyone_draws_again_with_sh_sha256sum_and_sort",
            "web/test_draws: drawing_again_from_another_frame_stops_at_once",
            "web/test_draws: the_certificate_shows_the_digests_before_any_dice",
            "unit/domain/test_sampling: the_known_draw",
            "unit/domain/test_sampling: an_outsider_draws_the_same_with_a_shell_sha256sum_and_sort",
            "unit/domain/test_uniformity: tickets_favour_no_case_and_no_pair",
            "services/test_framing: digests_draw_id_rules_and_counts_are_on_the_trail_and_no_case_number_is",
            "services/test_sampling: there_is_no_draw_before_the_freeze",
            "services/test_sampling: nothing_that_happens_between_freeze_and_dice_changes_the_draw",
            "services/test_sampling: a_second_draw_is_told_that_it_is_drawn_and_changes_nothing",
            "services/test_sampling: the_database_refuses_to_change_what_was_frozen_or_drawn",
            "unit/domain/test_reporting: the_method_names_frame_draw_exclusions_dice_and_trail",
            JOURNEY,
        ),
    ),
    Sentence(
        4,
        "Release takes two people",
        (
            "services/test_releasing: two_people_make_a_release",
            "services/test_releasing: whoever_checked_a_version_cannot_approve_it",
            "services/test_releasing: whoever_edited_a_version_cannot_approve_it",
            "services/test_releasing: a_version_that_nobody_checked_cannot_be_approved",
            "services/test_releasing: an_amendment_is_a_new_release_and_leaves_the_first_until_then",
            "services/test_releasing: the_database_itself_refuses_one_person_as_two",
            "web/test_redactions: the_preview_is_the_very_markup_of_the_release",
            "services/test_grading: a_grade_is_kept_with_the_version_that_it_judged",
            "services/test_grading: a_newer_release_overtakes_a_grade",
            JOURNEY,
        ),
    ),
    Sentence(
        5,
        "Members are blind to each other until the chair reveals",
        (
            "web/test_blindness: no_byte_of_any_page_of_the_panel_changes_when_others_grade",
            "web/test_blindness: the_lead_alone_is_told_how_many_grades_are_in_and_no_more",
            "web/test_blindness: the_order_of_refusals_tells_a_member_nothing",
            "services/test_agreeing: nothing_is_revealed_before_the_chairs_own_answer",
            "services/test_agreeing: before_the_reveal_the_panel_is_told_that_a_case_waits_and_no_more",
            "services/test_agreeing: the_names_behind_grades_are_for_the_registrar_after_the_reveal_with_an_alarm",
            "services/test_grading: no_grade_is_taken_after_the_reveal",
            "web/test_panel_cases: after_the_reveal_the_page_shows_the_spread_without_names_and_then_the_finding",
            JOURNEY,
        ),
    ),
    Sentence(
        6,
        "A declared conflict takes effect at once",
        (
            "services/test_grading: a_declared_conflict_takes_the_case_away_at_once",
            "services/test_grading: those_who_run_the_panel_pin_a_conflict",
            "services/test_grading: reading_a_case_keeps_who_saw_which_version",
            "services/test_agreeing: a_grade_set_aside_before_the_reveal_is_in_no_spread",
            "services/test_reporting: a_case_with_a_readers_own_conflict_is_counted_and_not_listed",
            "web/test_panel_cases: a_conflict_takes_effect_in_an_open_tab",
            "web/test_panel_rounds: a_member_cannot_lift_what_was_pinned_and_has_no_page_of_conflicts",
            JOURNEY,
        ),
    ),
    Sentence(
        7,
        "Judgements are appended",
        (
            "services/test_migrations: the_database_itself_refuses_to_change_what_was_only_to_be_added_to",
            "services/test_grading: a_change_of_mind_is_a_new_row_and_the_newest_counts",
            "services/test_agreeing: each_save_is_a_new_version_and_the_same_one_twice_is_kept_once",
            "services/test_agreeing: a_finding_is_signed_once_and_then_stands",
            "services/test_redacting: adding_words_makes_a_new_version_and_leaves_the_old_one",
            "journeys/test_fourteen_sentences: sentence_7_only_these_tables_can_be_changed_at_all",
        ),
    ),
    Sentence(
        8,
        "No step can be skipped",
        (
            "services/test_rounds: a_round_comes_on_stage_by_stage",
            "services/test_rounds: grading_cannot_open_while_one_case_is_not_released",
            "services/test_grading: a_case_does_not_exist_before_its_release",
            "services/test_agreeing: nothing_is_revealed_without_a_quorum",
            "services/test_agreeing: no_finding_before_the_reveal",
            "services/test_agreeing: nothing_is_signed_before_it_is_drafted",
            "services/test_policy_checks: what_came_later_is_read_after_the_checks",
            "services/test_reporting: there_is_no_report_before_every_case_is_signed_and_the_missing_are_named",
            "services/test_learning: no_letter_is_there_before_the_finding_is_signed",
            JOURNEY,
        ),
    ),
    Sentence(
        9,
        "Judged as at the time",
        (
            "services/test_releasing: a_release_holds_the_record_as_it_was_frozen",
            "services/test_redacting: a_case_corrected_after_the_draw_is_drafted_as_it_was_frozen",
            "services/test_sampling: a_case_keeps_the_dossier_version_that_was_current_at_the_freeze",
            "unit/domain/test_releasing: whether_conditions_were_kept_is_a_later_fact",
            "services/test_policy_checks: the_checks_are_kept_back_until_who_has_graded_asks_for_them",
            "journeys/test_fourteen_sentences: sentence_9_a_correction_changes_nothing_that_a_member_reads",
        ),
    ),
    Sentence(
        10,
        "Nothing is guessed",
        (
            "web/test_filters: the_three_blanks_have_different_words_and_there_is_no_fourth",
            "unit/domain/test_releasing: what_was_never_recorded_is_not_called_withheld",
            "unit/domain/test_releasing: a_text_of_which_nothing_is_left_is_called_redacted",
            "unit/domain/test_reporting: a_share_comes_with_its_counts_and_the_exact_interval_of_the_whole_frame",
            "unit/domain/test_reporting: a_targeted_sample_gives_counts_alone_and_says_why",
            "unit/domain/test_reporting: results_that_are_not_grades_are_counted_apart_and_are_in_no_share",
            "unit/domain/test_checking: no_check_is_met_or_not_met_where_a_field_that_it_needs_is_blank",
            "journeys/test_fourteen_sentences: sentence_10_no_percentage_stands_without_its_counts_and_its_range",
            "journeys/test_fourteen_sentences: sentence_10_a_member_tells_three_blanks_apart",
        ),
    ),
    Sentence(
        11,
        "A deed and its trail entry are one transaction",
        (
            "services/test_trail: a_deed_whose_entry_cannot_be_written_fails_whole",
            "services/test_trail: a_deed_that_fails_leaves_no_entry",
            "services/test_trail: a_chain_that_many_write_at_once_has_no_gap_and_no_fork",
            "services/test_trail: an_entry_altered_from_outside_is_found",
            "services/test_trail: a_reason_is_known_on_the_trail_by_its_salted_digest_alone",
            "unit/domain/test_trail: any_change_to_any_entry_shows",
            "unit/domain/test_trail: an_event_keeps_only_ids_codes_counts_and_digests",
            "faults/test_killed: a_deed_cut_off_half_way_leaves_nothing",
            "journeys/test_fourteen_sentences: sentence_11_an_erased_reason_leaves_the_trail_whole",
            JOURNEY,
        ),
    ),
    Sentence(
        12,
        "An acknowledged write survives, a failed one leaves nothing behind",
        (
            "faults/test_killed: sentence_12_every_acknowledged_write_survives_being_killed_at_any_moment",
            "faults/test_killed: a_deed_cut_off_half_way_leaves_nothing",
            "faults/test_killed: when_files_cannot_grow_a_deed_fails_whole_and_the_next_ones_are_kept",
            "faults/test_killed: a_full_database_refuses_a_deed_whole_and_takes_the_next_when_there_is_room",
            "faults/test_killed: a_copy_taken_while_others_write_is_whole_when_restored",
            "services/test_importing: a_file_refused_half_way_keeps_nothing_once_the_transaction_is_undone",
        ),
    ),
    Sentence(
        13,
        "The tool never ranks officers, and feedback names no member and shows no grade",
        (
            "unit/domain/test_learning: no_letter_speaks_of_members_grades_spread_or_escalation",
            "unit/domain/test_learning: every_letter_says_that_it_is_not_discipline_cannot_reopen_and_may_be_answered",
            "services/test_learning: a_letter_does_not_exist_for_a_colleague_or_another_supervisor",
            "journeys/test_fourteen_sentences: sentence_13_no_page_sets_officers_side_by_side",
            "journeys/test_fourteen_sentences: sentence_13_a_letter_holds_nothing_that_a_member_gave",
            JOURNEY,
        ),
    ),
    Sentence(
        14,
        "It never writes back, and says so",
        (
            "unit/domain/test_reporting: every_report_says_that_a_case_cannot_be_reopened",
            "web/test_look: the_demonstration_says_so_and_the_footer_says_that_nothing_is_written_back",
            "journeys/test_fourteen_sentences: sentence_14_every_page_says_that_nothing_is_written_back",
            "journeys/test_fourteen_sentences: sentence_14_only_an_import_touches_a_cases_own_record",
            "journeys/test_fourteen_sentences: sentence_14_nothing_here_can_reach_another_system",
            JOURNEY,
        ),
    ),
)
