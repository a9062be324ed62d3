using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Planning.Outreach;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Outreach;

/// <summary>Writes letters from templates and facts.</summary>
public static class LetterText
{
    public static LetterDraft Write(string kind, LetterFacts facts, IReadOnlyCollection<long> taken, Labels labels)
    {
        var known = Known(facts, taken, labels);
        return new LetterDraft(Letters.Fill(OutreachText.Of("Subject", kind), known), Letters.Fill(OutreachText.Of("Body", kind), known));
    }

    private static Dictionary<string, string?> Known(LetterFacts facts, IReadOnlyCollection<long> taken, Labels labels)
    {
        var said = facts.Said is { Session: not null } some ? some : null;
        return new Dictionary<string, string?>
        {
            ["person"] = facts.To.Name,
            ["coalition"] = facts.Coalition,
            ["country"] = facts.Country is { } country ? labels.State(country) : null,
            ["state"] = facts.To.Contact.State is { } state ? labels.State(state) : null,
            ["organisations"] = facts.Organisations > 0 ? Numbers.Count(facts.Organisations) : null,
            ["goals"] = facts.Goals,
            ["sender"] = facts.Sender,
            ["next"] = facts.Next is { } next ? Numbers.Count(next.Number) : null,
            ["when"] = facts.Next is { } coming ? Dates.Months(coming.Start, coming.End) : null,
            ["session"] = said is null ? null : Numbers.Count(said.Session!.Value),
            ["count"] = said is null ? null : Numbers.Count(said.Rows.Count),
            ["supported"] = Count(said, Position.Supported),
            ["noted"] = Count(said, Position.Noted),
            ["pending"] = Count(said, Position.Pending),
            ["recommendations"] = List(said?.Rows),
            ["taken"] = List(said?.Rows.Where(r => taken.Contains(r.Id))),
            ["predecessor"] = facts.Predecessor?.Name,
            ["past"] = Past(facts.Past.Where(e => e.Event.Kind != ContactEvent.Promised)),
            ["promised"] = Past(facts.Past.Where(e => e.Event.Kind == ContactEvent.Promised), withWords: true),
        };
    }

    private static string? Count(StateFacts? said, Position position) => said is null ? null : Numbers.Count(said.Count(position));

    private static string? List(IEnumerable<RecommendationRow>? rows) => rows is null ? null
        : string.Join('\n', rows.Select(r => "- " + (r.Position is { } position ? Numbers.Fill(OutreachWords.Rec_Line, r.Text, Place(r) + Labels.Position(position)) : r.Text)));

    private static string Place(RecommendationRow row) => row is { Symbol: { } symbol, Paragraph: { } paragraph } ? $"{symbol}, {paragraph}: " : "";

    /// <summary>Notes of the log are the coalition's own: letters say that something was sent or met, and of words only what the office itself promised.</summary>
    private static string? Past(IEnumerable<ContactEventRow> events, bool withWords = false)
    {
        var lines = events.Select(e => withWords ? e.Words : Numbers.Fill(OutreachWords.Past_Line, OutreachText.Of("Event", e.Event.Kind) + (e.Event.What is { } what ? $" ({OutreachText.Of("Thing", what)})" : ""), Dates.Day(e.Event.On)));
        return string.Join("; ", lines.Where(l => l.Length > 0));
    }
}
