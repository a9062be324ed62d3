using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Planning.Outreach;

/// <summary>
/// Names of a room's contacts, opened, in memory only, so that lists and search over ten thousand of them answer at once. Nothing of it is ever
/// written to a disk. What is kept was read with the eyes of somebody who hides the same clusters, and every question asks the store first:
/// whatever changed, here or on another node, is read anew; what was deleted is dropped; a new or destroyed key drops everything. What nobody
/// asked for in five minutes, or what is half an hour old, is forgotten.
/// </summary>
public sealed class ContactIndex : IDisposable
{
    /// <summary>How long names stay in memory after the last question.</summary>
    public static readonly TimeSpan IdleLife = TimeSpan.FromMinutes(5);

    /// <summary>How long they stay at most.</summary>
    public static readonly TimeSpan WholeLife = TimeSpan.FromMinutes(30);

    /// <summary>Changed contacts from which on everything is read anew.</summary>
    private const int MostChanges = 200;

    private readonly Rooms _rooms;
    private readonly ConcurrentDictionary<string, Kept> _kept = [];
    private readonly ITimer _timer;

    public ContactIndex(Rooms rooms)
    {
        _rooms = rooms;
        _timer = rooms.Time.CreateTimer(_ => Forget(), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
    }

    /// <param name="Texts">Null until somebody searches the room.</param>
    private sealed record Kept(IReadOnlyList<ContactLine> Lines, IReadOnlyList<RoomText>? Texts, long Stamp, int Key, DateTimeOffset ReadAt, DateTimeOffset AskedAt);

    /// <summary>Rooms whose names are in memory now.</summary>
    public int Count => _kept.Count;

    /// <summary>Every contact that the person may see, by name.</summary>
    public async Task<IReadOnlyList<ContactLine>> ReadAsync(CoalitionAccess access, CancellationToken cancel) => access.Is(CoalitionRole.Observer) ? (await FreshAsync(access, cancel)).Lines : [];

    /// <summary>What the room's search looks through: names, notes and what the logs say, of the contacts that the person may see.</summary>
    public async Task<IReadOnlyList<RoomText>> TextsAsync(CoalitionAccess access, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Observer))
        {
            return [];
        }

        var fresh = await FreshAsync(access, cancel);
        if (fresh.Texts is null)
        {
            fresh = fresh with { Texts = await ContactTexts.OpenAsync(_rooms, access, cancel) };
            _kept[NameOf(access)] = fresh;
        }

        return fresh.Texts;
    }

    private static string NameOf(CoalitionAccess access) => $"{access.CoalitionId}:{string.Join(',', access.HiddenClusters.Order())}";

    private async Task<Kept> FreshAsync(CoalitionAccess access, CancellationToken cancel)
    {
        var now = _rooms.Time.GetUtcNow();
        var name = NameOf(access);
        await using var db = _rooms.Store.Open(access);
        var key = await _rooms.Keys.NewestAsync(access, cancel);
        var there = await db.Contacts.GroupBy(_ => 1).Select(g => new { Count = g.Count(), Stamp = g.Max(c => c.Stamp) }).SingleOrDefaultAsync(cancel);
        var kept = _kept.TryGetValue(name, out var found) && found.Key == key && now - found.ReadAt < WholeLife && now - found.AskedAt < IdleLife ? found : null;
        var isSame = kept is not null && kept.Stamp == (there?.Stamp ?? 0) && kept.Lines.Count == (there?.Count ?? 0);
        var lines = isSame ? kept!.Lines : there is null ? [] : kept is null ? await AllAsync(db, access, cancel) : await ChangedAsync(db, access, kept, there.Count, cancel);
        return _kept[name] = new Kept(lines, isSame ? kept!.Texts : null, there?.Stamp ?? 0, key, kept?.ReadAt ?? now, now);
    }

    /// <summary>Drops what nobody asks for any more.</summary>
    public void Forget()
    {
        var now = _rooms.Time.GetUtcNow();
        foreach (var (name, kept) in _kept)
        {
            if (now - kept.AskedAt >= IdleLife || now - kept.ReadAt >= WholeLife)
            {
                _kept.TryRemove(KeyValuePair.Create(name, kept));
            }
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        _kept.Clear();
    }

    private async Task<IReadOnlyList<ContactLine>> AllAsync(OpenUprDb db, CoalitionAccess access, CancellationToken cancel) => InOrder(await OpenAsync(db.Contacts, access, cancel));

    private async Task<IReadOnlyList<ContactLine>> ChangedAsync(OpenUprDb db, CoalitionAccess access, Kept kept, int count, CancellationToken cancel)
    {
        var changed = await OpenAsync(db.Contacts.Where(c => c.Stamp > kept.Stamp).OrderBy(c => c.Stamp).Take(MostChanges), access, cancel);
        var ids = changed.Select(c => c.Id).ToHashSet();
        List<ContactLine> lines = [.. kept.Lines.Where(l => !ids.Contains(l.Id)), .. changed];

        // Fewer in the store: something was deleted, and nothing tells what.
        return changed.Count < MostChanges && lines.Count == count ? InOrder(lines) : await AllAsync(db, access, cancel);
    }

    private async Task<List<ContactLine>> OpenAsync(IQueryable<Contact> contacts, CoalitionAccess access, CancellationToken cancel)
    {
        var rows = await contacts.AsNoTracking()
            .Select(c => new { c.Id, c.Name, c.Kind, c.State, c.Place, c.Office, c.Duty, c.Language, c.CheckedOn, c.IsGateKeeper, c.DoNotContact, c.LeftOn, c.SuccessorId, c.Stamp }).ToListAsync(cancel);
        var names = await _rooms.Keys.OpenManyAsync(access, rows.ConvertAll(r => (r.Name, ContactSecrets.PlaceOfName(r.Id))), cancel);
        return [.. rows.Select((r, i) => (Row: r, Name: Encoding.UTF8.GetString(names[i]))).Select(p => new ContactLine(
            p.Row.Id, p.Name, ContactLine.Fold($"{p.Name}\n{p.Row.Office}\n{p.Row.Place}"), p.Row.Kind, p.Row.State, p.Row.Place, p.Row.Office, p.Row.Duty, p.Row.Language, p.Row.CheckedOn, p.Row.IsGateKeeper, p.Row.DoNotContact, p.Row.LeftOn, p.Row.SuccessorId, p.Row.Stamp))];
    }

    private static List<ContactLine> InOrder(List<ContactLine> lines)
    {
        // By folded text: comparing ten thousand names by the rules of a language would take longer than all the rest.
        lines.Sort((a, b) => string.CompareOrdinal(a.Folded, b.Folded) is var order and not 0 ? order : a.Id.CompareTo(b.Id));
        return lines;
    }
}
