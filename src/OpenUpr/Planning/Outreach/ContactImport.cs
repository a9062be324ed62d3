using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Planning.Outreach;

/// <summary>What would become of a contact of a file.</summary>
/// <param name="Wrong">Why it cannot be taken; null where it can.</param>
/// <param name="Field">What is wrong.</param>
/// <param name="SameAs">A contact that has the same address, or the same name for the same State.</param>
/// <param name="SameLine">An earlier line of the file that does.</param>
public sealed record ImportLine(int Line, string Name, string? Office, string? State, Refusal? Wrong, string? Field, NamedContact? SameAs, int? SameLine)
{
    public bool IsAlike => SameAs is not null || SameLine is not null;
}

/// <summary>Takes contacts over from a file: shown first, then all of it or nothing.</summary>
public static class ContactImport
{
    private static readonly char[] s_between = [',', ';', ' '];

    /// <summary>What would become of each contact; nothing is written. Null for who may not import.</summary>
    public static async Task<IReadOnlyList<ImportLine>?> CheckAsync(Rooms rooms, CoalitionAccess access, IReadOnlyList<ReadContact> contacts, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Editor))
        {
            return null;
        }

        var known = await KnownAsync(rooms, access, cancel);
        var seen = new Dictionary<string, int>();
        var lines = new List<ImportLine>(contacts.Count);
        foreach (var read in contacts)
        {
            var fields = new Fields();
            var contact = Empty();
            var (name, secrets) = Contacts.Fill(rooms.Store, fields, contact, read.Wish);
            var keys = KeysOf(name, contact.State, secrets.Email).ToList();
            var same = keys.Select(k => known.GetValueOrDefault(k)).OfType<NamedContact>().FirstOrDefault();
            var earlier = keys.Where(seen.ContainsKey).Select(k => (int?)seen[k]).FirstOrDefault();
            keys.ForEach(k => seen.TryAdd(k, read.Line));
            lines.Add(new ImportLine(read.Line, name, contact.Office, contact.State ?? read.Wish.State, fields.Wrong?.Refused, fields.Wrong?.Field, same, earlier));
        }

        return lines;
    }

    /// <summary>Writes them in one transaction; if one of them is wrong, none is written.</summary>
    /// <param name="alsoAlike">Whether those that seem to be there already are added again.</param>
    /// <returns>As its number, how many were added.</returns>
    public static async Task<Outcome> SaveAsync(Rooms rooms, CoalitionAccess access, IReadOnlyList<ReadContact> contacts, bool alsoAlike, string? source, CancellationToken cancel)
    {
        if (await CheckAsync(rooms, access, contacts, cancel) is not { } lines)
        {
            return Outcome.Absent;
        }

        if (lines.FirstOrDefault(l => l.Wrong is not null) is { } bad)
        {
            return Outcome.Not(bad.Wrong!.Value, "file");
        }

        var wanted = contacts.Where((_, i) => alsoAlike || !lines[i].IsAlike).ToList();
        return wanted.Count == 0 ? Outcome.Not(Refusal.Empty, "file") : await rooms.WriteAsync(access, CoalitionRole.Editor, "contact.import", Contacts.Thing, async db =>
        {
            await AddAsync(rooms, db, access, wanted, source, cancel);
            return Outcome.Done(wanted.Count);
        }, cancel);
    }

    private static async Task AddAsync(Rooms rooms, OpenUprDb db, CoalitionAccess access, List<ReadContact> wanted, string? source, CancellationToken cancel)
    {
        var (first, stamp, now) = (await db.TakeIdsAsync(Counters.Contacts, wanted.Count, cancel), await db.TakeIdsAsync(Counters.ContactStamps, 1, cancel), rooms.Time.GetUtcNow());
        var rows = new List<Contact>(wanted.Count);
        var texts = new List<(string Plain, string Place)>(2 * wanted.Count);
        foreach (var read in wanted)
        {
            var contact = Empty();
            var (name, secrets) = Contacts.Fill(rooms.Store, new Fields(), contact, read.Wish);
            (contact.Id, contact.CoalitionId, contact.AuthorId, contact.EnteredAt, contact.Stamp, contact.Revision) = (first + rows.Count, access.CoalitionId, access.MemberId, now, stamp, 1);
            contact.Source ??= source;
            texts.Add((name, ContactSecrets.PlaceOfName(contact.Id)));
            texts.Add((secrets.ToJson(), ContactSecrets.PlaceOf(contact.Id)));
            rows.Add(contact);
        }

        var closed = await rooms.Keys.SealManyAsync(access, texts, cancel);
        for (var i = 0; i < rows.Count; i++)
        {
            (rows[i].Name, rows[i].Sealed) = (closed[2 * i], closed[(2 * i) + 1]);
        }

        await db.BulkInsertAsync(rows, cancel);
    }

    private static Contact Empty() => new() { Kind = "", Name = [], Sealed = [] };

    private static async Task<Dictionary<string, NamedContact>> KnownAsync(Rooms rooms, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        var rows = await db.Contacts.AsNoTracking().Select(c => new { c.Id, c.Name, c.Sealed, c.State }).ToListAsync(cancel);
        var opened = await rooms.Keys.OpenManyAsync(access, [.. rows.Select(r => (r.Name, ContactSecrets.PlaceOfName(r.Id))), .. rows.Select(r => (r.Sealed, ContactSecrets.PlaceOf(r.Id)))], cancel);
        var known = new Dictionary<string, NamedContact>();
        for (var i = 0; i < rows.Count; i++)
        {
            var name = Encoding.UTF8.GetString(opened[i]);
            foreach (var key in KeysOf(name, rows[i].State, ContactSecrets.Parse(Encoding.UTF8.GetString(opened[rows.Count + i])).Email))
            {
                known.TryAdd(key, new NamedContact(rows[i].Id, name));
            }
        }

        return known;
    }

    /// <summary>By what two entries are held to be one: an address of e-mail, or name and State.</summary>
    private static IEnumerable<string> KeysOf(string name, string? state, string? email)
    {
        yield return $"{ContactLine.Fold(name)}\n{state}";
        foreach (var address in (email ?? "").Split(s_between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(a => a.Contains('@', StringComparison.Ordinal)))
        {
            yield return ContactLine.Fold(address);
        }
    }
}
