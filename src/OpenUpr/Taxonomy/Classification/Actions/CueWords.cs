namespace OpenUpr.Taxonomy.Classification.Actions;

/// <summary>The small words that carry the structure of a recommendation, and the verbs that the codebook names (UPR Info, "Action category", 2014, part 1).</summary>
internal static class CueWords
{
    public static readonly ulong And = TextWords.Hash("and");
    public static readonly ulong Or = TextWords.Hash("or");
    public static readonly ulong To = TextWords.Hash("to");
    public static readonly ulong By = TextWords.Hash("by");
    public static readonly ulong Through = TextWords.Hash("through");

    private static readonly KeySet s_means = KeySet.OfWords("by through via including include includes notably particular particularly especially such inter");
    private static readonly KeySet s_beforeVerb = KeySet.OfWords("to should shall must would could also that government state it be");
    private static readonly KeySet s_introduces = KeySet.OfWords("further also to more that should");
    private static readonly KeySet s_notVerbs = KeySet.OfWords(
        """
        in with the that as to while further a an all for on at of and more also effective step steps active favourable positive it its by from if when given
        according following pending recommended recommends recommendation government state moreover addition additional gradual progress serious close other prompt public formal
        specific consistent due concerning regarding relating without national human rights right this these their there be i s should not no both legal
        international women children law
        """);

    // Each rank's "Example of verbs", then those of the help guide's examples.
    private static readonly KeyTable<int> s_codebook = Codebook(
        "call seek share request",
        "continue maintain persevere persist pursue",
        "analyse consider envisage envision examine explore reflect revise review study",
        "accelerate address encourage engage ensure guarantee intensify promote speed strengthen improve",
        "conduct develop eliminate establish investigate undertake abolish accede adopt amend implement enforce ratify");

    /// <summary>Words after which concrete means stand: "by amending", "including a law".</summary>
    public static bool LeadsToMeans(ulong word) => s_means.Contains(word);

    /// <summary>Words right behind which the real verb can stand after an introduction: "that the Government should adopt".</summary>
    public static bool StandsBeforeVerb(ulong word) => s_beforeVerb.Contains(word);

    /// <summary>Words at the beginning that are not yet the verb: "Further strengthen".</summary>
    public static bool Introduces(ulong word) => s_introduces.Contains(word);

    /// <summary>Words at the beginning of texts that are no verbs.</summary>
    public static bool IsNoVerb(ulong word) => s_notVerbs.Contains(word);

    /// <summary>The category in whose examples the codebook names the verb; 0 when in none.</summary>
    public static int CategoryOf(ulong stem) => s_codebook.Find(stem, 0);

    private static KeyTable<int> Codebook(params string[] verbs)
    {
        var categories = new KeyTable<int>();
        for (var i = 0; i < verbs.Length; i++)
        {
            foreach (var verb in verbs[i].Split(' '))
            {
                categories.Add(Stems.Of(verb), i + 1);
            }
        }

        return categories;
    }
}
