using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Reviews;

namespace OpenUpr.Planning.Outreach;

/// <summary>What a letter to a contact can say, from the store.</summary>
/// <param name="Country">ISO code of the State under review; null where the coalition did not say.</param>
/// <param name="Said">What the contact's State recommended to it; null where either is not known.</param>
/// <param name="Next">The session of its next review, as far as the reference data know it.</param>
/// <param name="Predecessor">Who held the post before.</param>
/// <param name="Past">What passed between the coalition and the office, the newest first.</param>
public sealed record LetterFacts(
    ContactView To, string Coalition, string? Country, int Organisations, string? Goals, string? Sender, StateFacts? Said, Session? Next, NamedContact? Predecessor, IReadOnlyList<ContactEventRow> Past);

/// <summary>Letters that are drafted from facts (requirements H5, H12, J3, M10). The program fills them in and never sends one.</summary>
public static class Letters
{
    public const string Introduction = "introduction";
    public const string Update = "update";
    public const string Thanks = "thanks";
    public const string ForSuccessor = "successor";

    /// <summary>Lines of the log that a letter draws on.</summary>
    private const int MaxPast = 5;

    public static IReadOnlyList<string> Kinds { get; } = [Introduction, Update, Thanks, ForSuccessor];

    /// <summary>Null where there is no such contact for this person, or nobody may write to them.</summary>
    public static async Task<LetterFacts?> FactsAsync(Rooms rooms, CoalitionAccess access, long contactId, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Contributor) || await Contacts.ReadAsync(rooms, access, contactId, cancel) is not { IsReachable: true } to)
        {
            return null;
        }

        var (coalition, profile) = await Profiles.ReadAsync(rooms.Store, access, cancel);
        var before = to.Before.Count > 0 ? await Contacts.ReadAsync(rooms, access, to.Before[0].Id, cancel) : null;
        await using var db = rooms.Store.Open(access);
        var sender = await db.Members.Where(m => m.Id == access.MemberId).Select(m => m.Name).SingleOrDefaultAsync(cancel);
        var organisations = await db.Organisations.CountAsync(o => o.LeftOn == null, cancel);
        var said = coalition.Country is { } country && to.Contact.State is { } state ? await StateFacts.ReadAsync(rooms.Store, state, country, cancel) : null;
        var reference = rooms.Store.Reference;
        var next = reference.ReviewSlots.Where(s => s.Iso3 == coalition.Country).Select(s => reference.FindSession(s.Session)).OfType<Session>().Where(s => s.Start >= rooms.Today).MinBy(s => s.Number);
        return new LetterFacts(
            to, coalition.Name, coalition.Country, organisations, profile.Goals, sender, said, next, before is null ? null : new NamedContact(before.Contact.Id, before.Name), [.. (before?.Log ?? []).Concat(to.Log).OrderByDescending(e => e.Event.On).Take(MaxPast)]);
    }

    /// <summary>Puts facts into a text that names them in braces, once: what a fact itself holds is never read as a name. A line that names a fact which is not known is left out, and with it the line that leads to it with a colon.</summary>
    public static string Fill(string template, IReadOnlyDictionary<string, string?> facts)
    {
        var lines = new List<string>();
        var before = "";
        foreach (var line in template.ReplaceLineEndings("\n").Split('\n'))
        {
            if (FillLine(line, facts) is not { } filled)
            {
                if (before.EndsWith(':') && lines.Count > 0 && lines[^1] == before)
                {
                    lines.RemoveAt(lines.Count - 1);
                }
            }
            else if (filled.Length > 0 || (lines.Count > 0 && lines[^1].Length > 0))
            {
                lines.Add(before = filled);
            }
            else
            {
                before = "";
            }
        }

        return string.Join('\n', lines).TrimEnd();
    }

    private static string? FillLine(string line, IReadOnlyDictionary<string, string?> facts)
    {
        var (text, at) = (new System.Text.StringBuilder(), 0);
        while (line.IndexOf('{', at) is var from and >= 0 && line.IndexOf('}', from) is var to and > 0)
        {
            if (facts.GetValueOrDefault(line[(from + 1)..to]) is not { Length: > 0 } fact)
            {
                return null;
            }

            text.Append(line, at, from - at).Append(fact);
            at = to + 1;
        }

        return text.Append(line, at, line.Length - at).ToString();
    }
}
