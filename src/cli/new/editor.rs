use crate::cli::schema;

/// What an editor reads beside a new site, by path: VS Code with the YAML extension completes and checks `vetrina.yaml`
/// by itself, and front matter where it can read it.
pub(super) fn files() -> [(&'static str, String); 4] {
    [
        (".vscode/extensions.json", EXTENSIONS.to_owned()),
        (".vscode/settings.json", SETTINGS.to_owned()),
        (".vscode/contenuto.json", format!("{:#}\n", schema::content())),
        (".vscode/vetrina.json", format!("{:#}\n", schema::settings())),
    ]
}

const EXTENSIONS: &str = "{\n  \"recommendations\": [\"redhat.vscode-yaml\"]\n}\n";

const SETTINGS: &str = r#"{
  "yaml.schemas": {
    ".vscode/vetrina.json": "vetrina.yaml",
    ".vscode/contenuto.json": "content/**/*.md"
  },
  "files.exclude": { "public": true },
  "files.encoding": "utf8"
}
"#;
