//! What the program says to somebody who types: each `.md` here is a page of commands and answers.

#[test]
fn the_pages_of_commands_and_answers_hold() {
    trycmd::TestCases::new()
        .env("SOURCE_DATE_EPOCH", "1717200000")
        .case("tests/cli/*.md");
}
