using System.Globalization;
using OpenUpr.Storage;
using OpenUpr.Taxonomy;
using OpenUpr.Taxonomy.Classification;
using OpenUpr.Taxonomy.Readings;

namespace OpenUpr.Recommendations;

/// <summary>The labels of a pair that lists, pages and exports show, with whose they are.</summary>
/// <param name="Issues">Names, in alphabetical order.</param>
internal sealed record HeldLabels(int? Action, IReadOnlyList<string> Issues, IReadOnlyList<int> Sdgs, RowLabels Origins)
{
    /// <param name="tags">In force.</param>
    /// <param name="reading">Null where no model has read the text.</param>
    public static HeldLabels Of(IReadOnlyList<SetTag> tags, MachineReading? reading)
    {
        var (action, actionOf) = OfAction(EffectiveTags.Of(tags, Tag.ActionScheme), reading);
        var (issues, issuesOf) = Of(EffectiveTags.Of(tags, Tag.IssueScheme), reading?.Issues, labels => labels.Select(l => l with { Value = IssueName(l.Value) }).OrderBy(l => l.Value, StringComparer.OrdinalIgnoreCase));
        var (goals, goalsOf) = Of(EffectiveTags.Of(tags, Tag.SdgScheme), reading?.Sdgs, GoalsOf);
        var byModel = actionOf?.SetBy == Tag.Model || issuesOf?.SetBy == Tag.Model || goalsOf?.SetBy == Tag.Model;
        return new HeldLabels(
            action, issues, goals.ConvertAll(v => int.Parse(v, CultureInfo.InvariantCulture)), new RowLabels(byModel ? reading!.Model : null, actionOf, issuesOf, goalsOf));
    }

    private static (int? Action, LabelOrigin? Origin) OfAction(PeoplesLabels? people, MachineReading? reading) => (people, reading) switch
    {
        ({ Values: [.., var number] }, _) => (int.Parse(number, CultureInfo.InvariantCulture), new LabelOrigin(people.SetBy, [])),
        ({ } none, _) => (null, new LabelOrigin(none.SetBy, [])),
        (null, { } read) => (read.Action, new LabelOrigin(Tag.Model, [read.ActionConfidence])),
        _ => (null, null),
    };

    private static (List<string> Values, LabelOrigin? Origin) Of(PeoplesLabels? people, string? read, Func<IEnumerable<ScoredLabel>, IEnumerable<ScoredLabel>> ordered)
    {
        if (people is null && read is null)
        {
            return ([], null);
        }

        List<ScoredLabel> labels = [.. ordered(people?.Values.Select(v => new ScoredLabel(v, 1)) ?? LabelText.Read(read!))];
        return (labels.ConvertAll(l => l.Value), new LabelOrigin(people?.SetBy ?? Tag.Model, people is null ? labels.ConvertAll(l => l.Confidence) : []));
    }

    /// <summary>Targets count for their goal, which is as sure as the surest of them.</summary>
    private static IEnumerable<ScoredLabel> GoalsOf(IEnumerable<ScoredLabel> labels) =>
        from label in labels
        let goal = Goals.GoalOf(label.Value)
        where goal is not null
        group label.Confidence by goal.Value into same
        orderby same.Key
        select new ScoredLabel(same.Key.ToString(CultureInfo.InvariantCulture), same.Max());

    private static string IssueName(string slug) => IssueList.Current.FindSlug(slug)?.Name ?? slug;
}
