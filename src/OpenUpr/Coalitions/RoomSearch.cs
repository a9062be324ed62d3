using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>A text of the room that can be searched.</summary>
/// <param name="Kind">terms, meeting, decision, organisation, person, cluster, recommendation (of a cluster), training, grant, absent, reprisal; others bring their own.</param>
/// <param name="Path">Where it stands, inside the room.</param>
public sealed record RoomText(string Kind, string Title, string Text, string Path);

/// <summary>A text that holds every word that was asked for.</summary>
/// <param name="Before">What stands before the first word found, cut short; then the word as written, then what follows.</param>
public sealed record RoomHit(RoomText Found, string Before, string Word, string After);

/// <summary>Texts of another part of the room, such as notes on evidence, as far as this person may see them.</summary>
public interface IRoomTexts
{
    Task<IReadOnlyList<RoomText>> ReadAsync(CoalitionAccess access, CancellationToken cancel);
}

/// <summary>
/// One search over all that a person may see in a room. Reads and looks through the texts for each request: a room is small, and an index
/// of private words would be one more place from which they can be taken.
/// </summary>
public static class RoomSearch
{
    /// <summary>Characters of what is asked for.</summary>
    public const int MaxQuery = 200;

    /// <summary>Hits that are shown.</summary>
    public const int MaxHits = 200;

    private const int Around = 90;

    /// <summary>What holds every word, capitals and accents aside; an empty question finds nothing.</summary>
    public static async Task<IReadOnlyList<RoomHit>> FindAsync(Rooms rooms, CoalitionAccess access, IEnumerable<IRoomTexts> others, string? query, CancellationToken cancel) =>
        string.IsNullOrWhiteSpace(query) || query.Length > MaxQuery ? [] : In(await TextsAsync(rooms, access, others, cancel), query);

    /// <summary>All texts that this person may see, in the form in which words are looked for: to be looked through more than once in one request.</summary>
    internal static Task<IReadOnlyList<RoomText>> TextsAsync(Rooms rooms, CoalitionAccess access, IEnumerable<IRoomTexts> others, CancellationToken cancel) =>
        RoomParts.ReadAsync<IRoomTexts, RoomText>([new OwnTexts(rooms), new ReprisalTexts(rooms), .. others], async (part, c) => [.. (await part.ReadAsync(access, c)).Select(Prepared)], cancel);

    /// <summary>Those of the texts that hold every word.</summary>
    internal static IReadOnlyList<RoomHit> In(IReadOnlyList<RoomText> texts, string query)
    {
        var words = query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(10).Select(w => new LooseWord(w)).ToList();
        return [.. texts.Select(t => Match(t, words)).OfType<RoomHit>().Take(MaxHits)];
    }

    private static RoomHit? Match(RoomText text, List<LooseWord> words)
    {
        var title = LooseText.Prepare(text.Title);
        if (!words.All(w => w.IndexIn(text.Text) >= 0 || w.IndexIn(title) >= 0))
        {
            return null;
        }

        var (at, length) = (words[0].IndexIn(text.Text), words[0].Length);
        if (at < 0)
        {
            return new RoomHit(text, text.Text.Length > 2 * Around ? text.Text[..(2 * Around)] + "…" : text.Text, "", "");
        }

        var (from, to) = (Math.Max(0, at - Around), Math.Min(text.Text.Length, at + length + Around));
        return new RoomHit(text, (from > 0 ? "…" : "") + text.Text[from..at], text.Text.Substring(at, length), text.Text[(at + length)..to] + (to < text.Text.Length ? "…" : ""));
    }

    private static RoomText Prepared(RoomText text) => LooseText.Prepare(text.Text) is var words && ReferenceEquals(words, text.Text) ? text : text with { Text = words };
}

/// <summary>The coalition's own texts: terms, meetings, people and records.</summary>
internal sealed class OwnTexts(Rooms rooms) : IRoomTexts
{
    public async Task<IReadOnlyList<RoomText>> ReadAsync(CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        var texts = new List<RoomText>();
        texts.AddRange((await db.Terms.AsNoTracking().OrderByDescending(t => t.Number).ToListAsync(cancel)).Select(t => new RoomText("terms", $"{t.Number}", Join(t.Changes, t.Text), $"/terms?version={t.Number}")));
        texts.AddRange((await db.Meetings.AsNoTracking().OrderByDescending(m => m.Id).ToListAsync(cancel)).Select(m => new RoomText("meeting", m.Title, Join(m.Venue, m.Agenda, m.Minutes), $"/meetings/{m.Id}")));
        texts.AddRange((await db.Decisions.AsNoTracking().OrderByDescending(d => d.Id).ToListAsync(cancel)).Select(d => new RoomText("decision", "", d.Text, $"/meetings/{d.MeetingId}")));
        texts.AddRange((await MemberOrganisations.ListAsync(rooms.Store, access, cancel)).Select(o => new RoomText("organisation", o.Name, Join(o.Place, o.Communities, o.CommonGround, o.Issues.Replace("\n", ", ", StringComparison.Ordinal)), $"/organisations/{o.Id}")));
        texts.AddRange((await People.ListAsync(rooms.Store, access, cancel)).Where(p => p.Name is not null).Select(p => new RoomText("person", p.Name!, Join(p.Task, p.Organisation), $"/people/{p.Id}")));
        texts.AddRange((await db.Clusters.AsNoTracking().ToListAsync(cancel)).Select(c => new RoomText("cluster", c.Name, Join(c.Region, c.Issues.Replace("\n", ", ", StringComparison.Ordinal)), $"/clusters/{c.Id}")));
        texts.AddRange(await OwnedAsync(db, cancel));
        texts.AddRange((await Records.TrainingsAsync(rooms.Store, access, cancel)).Select(t => new RoomText("training", t.Title, Join(t.GivenBy, t.Note), "/trainings")));
        texts.AddRange((await Records.GrantsAsync(rooms.Store, access, cancel)).Select(g => new RoomText("grant", g.Grant.Donor, Join(g.Holder, g.Grant.Note), "/funding")));
        texts.AddRange((await Records.AbsentAsync(rooms.Store, access, cancel)).Select(a => new RoomText("absent", a.Name, Join(a.Plan), "/absent")));
        return texts;
    }

    /// <summary>The recommendations that clusters own.</summary>
    private static async Task<IEnumerable<RoomText>> OwnedAsync(OpenUprDb db, CancellationToken cancel)
    {
        var items = await (
            from item in db.ClusterItems.AsNoTracking()
            join pair in db.Recommendations on item.ThingId equals pair.Id
            join text in db.Texts on pair.TextId equals text.Id
            where item.Thing == ClusterItem.Recommendation && item.ClusterId != null
            orderby item.Id
            select new { item.ClusterId, text.Text, Cluster = db.Clusters.Where(c => c.Id == item.ClusterId).Select(c => c.Name).FirstOrDefault() }).ToListAsync(cancel);
        return items.Where(i => i.Cluster is not null).Select(i => new RoomText("recommendation", i.Cluster!, i.Text, FormattableString.Invariant($"/clusters/{i.ClusterId}")));
    }

    internal static string Join(params IEnumerable<string?> parts) => string.Join('\n', parts.Where(p => !string.IsNullOrEmpty(p)));
}

/// <summary>The reprisal log, for those who may read it; the look is noted in the record.</summary>
internal sealed class ReprisalTexts(Rooms rooms) : IRoomTexts
{
    public async Task<IReadOnlyList<RoomText>> ReadAsync(CoalitionAccess access, CancellationToken cancel) =>
        [.. (await Reprisals.ListAsync(rooms, access, cancel) ?? []).Select(r => new RoomText("reprisal", "", OwnTexts.Join([r.Words.Who, r.Words.What, r.Words.Where, r.Words.When, r.Words.By, .. r.Steps.Select(s => s.Note)]), $"/reprisals/{r.Id}"))];
}
