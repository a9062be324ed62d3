namespace OpenUpr.Benchmarks.Topics;

/// <summary>The peer: a goal is given where a text has a word of the goal's own name or wording (A/RES/70/1), as a beginning of a word.</summary>
internal static class GoalWords
{
    private static readonly (int Goal, string[] Words)[] _words =
    [
        (1, ["poverty"]), (2, ["hunger", "food", "nutrition", "agricultur"]), (3, ["health", "well-being"]), (4, ["education", "learning"]), (5, ["gender", "women", "girl"]),
        (6, ["water", "sanitation"]), (7, ["energy"]), (8, ["economic growth", "employment", "work", "job"]), (9, ["infrastructure", "industr", "innovation"]),
        (10, ["inequalit"]), (11, ["cities", "city", "settlement", "housing"]), (12, ["consumption", "production"]), (13, ["climate"]), (14, ["ocean", "sea ", "seas ", "marine"]),
        (15, ["ecosystem", "forest", "desertification", "land ", "biodiversity"]), (16, ["peace", "justice", "institution", "inclusive societ"]), (17, ["partnership", "global partner"]),
    ];

    public static IEnumerable<string> Of(string text) =>
        _words.Where(w => w.Words.Any(word => Begins(text, word))).Select(w => w.Goal.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static bool Begins(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || !char.IsLetter(text[at - 1]))
            {
                return true;
            }
        }

        return false;
    }
}
