using OpenUpr.Search.Index;

namespace OpenUpr.Search.Counting;

/// <summary>The labels of the pairs as a search sees them: all, or people's alone. The last set of each list is the empty one, which stands for what is left out.</summary>
internal sealed class LabelSets(DocTable table, LabelScope scope)
{
    /// <summary>By set of issues: slugs.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Issues { get; } = Split(table.IssueSets);

    /// <summary>By set of goals: their numbers.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Sdgs { get; } = Split(table.SdgSets);

    /// <summary>By set of themes: slugs.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Themes { get; } = Split(table.ThemeSets);

    /// <summary>By set of affected persons: slugs.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Persons { get; } = Split(table.PersonSets);

    /// <summary>By set of instruments: slugs. They are read off the words, so they hold whoever's labels are wanted.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Instruments { get; } = Split(table.InstrumentSets);

    public byte TraitsOf(int doc) => LeftOut(doc, MachineLabels.Action) ? Traits.WithoutAction(table.TraitsOf[doc]) : table.TraitsOf[doc];

    public int IssueSetOf(int doc) => LeftOut(doc, MachineLabels.Issues) ? table.IssueSets.Length : table.IssueSetOf[doc];

    public int SdgSetOf(int doc) => LeftOut(doc, MachineLabels.Sdgs) ? table.SdgSets.Length : table.SdgSetOf[doc];

    public int ThemeSetOf(int doc) => LeftOut(doc, MachineLabels.Themes) ? table.ThemeSets.Length : table.ThemeSetOf[doc];

    public int PersonSetOf(int doc) => LeftOut(doc, MachineLabels.Persons) ? table.PersonSets.Length : table.PersonSetOf[doc];

    public int InstrumentSetOf(int doc) => table.InstrumentSetOf[table.TextOf[doc]];

    private bool LeftOut(int doc, MachineLabels labels) => scope == LabelScope.People && ((MachineLabels)table.ByMachine[doc] & labels) != 0;

    private static IReadOnlyList<IReadOnlyList<string>> Split(string[] sets) => [.. sets.Append("").Select(s => s.Split(',', StringSplitOptions.RemoveEmptyEntries))];
}
