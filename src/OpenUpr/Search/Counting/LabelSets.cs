using OpenUpr.Search.Index;

namespace OpenUpr.Search.Counting;

/// <summary>The labels of the pairs as a search sees them: all, or people's alone. The last set of each list is the empty one, which stands for what is left out.</summary>
internal sealed class LabelSets(DocTable table, LabelScope scope)
{
    /// <summary>By set of issues: slugs.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Issues { get; } = Split(table.IssueSets);

    /// <summary>By set of goals: their numbers.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Sdgs { get; } = Split(table.SdgSets);

    public byte TraitsOf(int doc) => LeftOut(doc, MachineLabels.Action) ? Traits.WithoutAction(table.TraitsOf[doc]) : table.TraitsOf[doc];

    public int IssueSetOf(int doc) => LeftOut(doc, MachineLabels.Issues) ? table.IssueSets.Length : table.IssueSetOf[doc];

    public int SdgSetOf(int doc) => LeftOut(doc, MachineLabels.Sdgs) ? table.SdgSets.Length : table.SdgSetOf[doc];

    private bool LeftOut(int doc, MachineLabels labels) => scope == LabelScope.People && ((MachineLabels)table.ByMachine[doc] & labels) != 0;

    private static IReadOnlyList<IReadOnlyList<string>> Split(string[] sets) => [.. sets.Append("").Select(s => s.Split(',', StringSplitOptions.RemoveEmptyEntries))];
}
