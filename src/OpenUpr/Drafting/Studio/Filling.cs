using OpenUpr.Coalitions;
using OpenUpr.Drafting.Checking;
using OpenUpr.FollowUp.NextCycle;
using OpenUpr.FollowUp.Outcomes;
using OpenUpr.FollowUp.Reports;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.Drafting.Studio;

/// <summary>
/// The outline of a kind, filled with what the room and the public database know: why a priority matters, evidence that may be told, what earlier reviews recommended and what the State
/// answered, the recommendations that the coalition agreed to, who it is. Nothing is made up: where nothing is known a section stays empty, and its hint says what to write.
/// </summary>
public static class Filling
{
    /// <summary>Priorities of one document: more than any kind should hold.</summary>
    public const int Most = 20;

    /// <param name="priorities">Ids, in the order of the document; those that the person may not see are passed over.</param>
    /// <param name="isFollowing">A submission begins from what became of the last review's recommendations, where anything of it is judged and confirmed.</param>
    /// <param name="followId">The followed review; null for the newest that is not put away.</param>
    public static async Task<IReadOnlyList<SectionWish>> ForAsync(Store store, CoalitionAccess access, string kind, string language, IReadOnlyList<long> priorities, CancellationToken cancel, bool isFollowing = false, long? followId = null)
    {
        if (!access.Is(CoalitionRole.Contributor))
        {
            return [];
        }

        if (StudioKinds.IsReport(kind))
        {
            return ReportFilling.Outline(kind, language, ReportModes.Chosen, []);
        }

        if (StudioKinds.IsAfterReview(kind))
        {
            return await OutcomeFilling.ForAsync(store, access, kind, language, cancel);
        }

        var facts = await KnownFacts.ReadAsync(store, access, [.. priorities.Take(Most)], cancel);
        var own = await OwnSubmission.ReadAsync(store, access, cancel);
        var texts = new FillingTexts(kind, new FillingWords(language), facts, own, store.Reference.FindState);
        isFollowing = kind == StudioKinds.Item6Statement || (isFollowing && StudioKinds.RulesOf(kind)?.IsSubmission() == true);
        return (isFollowing ? await FollowFilling.ForAsync(store, access, kind, language, followId, texts.Whole, cancel) : null) ?? Of(kind, language, facts, own, texts);
    }

    private static IReadOnlyList<SectionWish> Of(string kind, string language, KnownFacts facts, OwnSubmission? own, FillingTexts texts)
    {
        var outline = StudioOutlines.Of(kind, language);
        var perIssue = outline.Where(s => s.IsPerIssue).ToList();
        if (perIssue.Count == 0 || facts.Priorities.Count == 0)
        {
            return [.. outline.Select(s => Wish(s, s.IsPerIssue ? "" : texts.Whole(s.Slot), null))];
        }

        // A kind whose sections name no issue by a heading is about one; where there are several, each gets a heading of its own above them.
        var isNamed = perIssue.Exists(s => s.Slot == SectionSlots.Issue);
        var (deeper, first) = (!isNamed && facts.Priorities.Count > 1 ? 1 : 0, outline.Index().First(s => s.Item.IsPerIssue).Index);
        return
        [
            .. outline.Take(first).Select(s => Wish(s, texts.Whole(s.Slot), null)),
            .. facts.Priorities.SelectMany(p => Issue(p, perIssue, deeper, texts)),
            .. outline.Skip(first).Where(s => !s.IsPerIssue).Select(s => Wish(s, texts.Whole(s.Slot), null)),
        ];
    }

    private static IEnumerable<SectionWish> Issue(KnownPriority known, IReadOnlyList<OutlineSection> sections, int deeper, FillingTexts texts)
    {
        var id = known.Priority.Id;
        if (deeper > 0)
        {
            yield return new SectionWish(SectionSlots.Issue, known.Priority.Title, 1, "", id);
        }

        foreach (var section in sections)
        {
            var heading = section is { Slot: SectionSlots.Issue, Heading.Length: > 0 } ? known.Priority.Title : section.Heading;
            yield return new SectionWish(section.Slot, heading, Math.Min(3, section.Level + deeper), texts.OfIssue(section.Slot, known), id);
        }
    }

    private static SectionWish Wish(OutlineSection section, string text, long? priority) => new(section.Slot, section.Heading, section.Level, text, priority);
}
