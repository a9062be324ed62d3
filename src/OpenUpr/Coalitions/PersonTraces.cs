using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions;

/// <summary>A thing that a person wrote, holds or is named in.</summary>
/// <param name="How">wrote, holds, did, was-at, accepted or named.</param>
/// <param name="Title">In the coalition's words; a step of the plan by its code.</param>
public sealed record Trace(string Kind, string How, string Title, string Path);

/// <summary>What the room holds of one person.</summary>
public sealed record TracesView(PersonRow Person, IReadOnlyList<Trace> Traces);

/// <summary>Finds what one person wrote or is named in, hands it out, and forgets their name.</summary>
public static class PersonTraces
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Null where there is no such person here, or the asker is not of the secretariat.</summary>
    public static async Task<TracesView?> FindAsync(Rooms rooms, CoalitionAccess access, IEnumerable<IRoomTexts> others, long id, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Secretariat) || (await People.ListAsync(rooms.Store, access, cancel)).FirstOrDefault(p => p.Id == id) is not { } person)
        {
            return null;
        }

        // Three readings beside each other, each with a connection of its own: of the texts, of what the person put into the other parts of the room, and of the coalition's own rows here.
        var reading = person.Name is null ? Task.FromResult<IReadOnlyList<RoomText>>([]) : RoomSearch.TextsAsync(rooms, access, others, cancel);
        var works = Task.Run(() => PersonWorks.FindAsync(rooms.Store, access, id, cancel), cancel);
        await using var db = rooms.Store.Open(access);
        var traces = new List<Trace>();
        traces.AddRange(await OwnAsync(db, id, cancel));
        traces.AddRange(await works);
        var texts = await reading;
        foreach (var name in Names(person.Name))
        {
            traces.AddRange(RoomSearch.In(texts, name).Where(h => h.Found.Kind != "person").Select(h => new Trace(h.Found.Kind, "named", h.Found.Title, h.Found.Path)));
        }

        return new TracesView(person, [.. traces.Distinct()]);
    }

    /// <summary>What the person wrote, holds, did, accepted or was at, of the coalition's own rows; rows of one shape are asked for together.</summary>
    private static async Task<List<Trace>> OwnAsync(OpenUprDb db, long id, CancellationToken cancel)
    {
        var traces = new List<Trace>();
        var terms = db.Terms.Where(t => t.AuthorId == id).Select(t => new { How = "wrote", t.Number }).Concat(db.TermsAcceptances.Where(a => a.MemberId == id).Join(db.Terms, a => a.TermsId, t => t.Id, (a, t) => new { How = "accepted", t.Number }));
        traces.AddRange((await terms.ToListAsync(cancel)).Select(t => new Trace("terms", t.How, $"{t.Number}", $"/terms?version={t.Number}")));
        var meetings = db.Meetings.Where(m => m.AuthorId == id).Select(m => new { How = "wrote", m.Id, Text = m.Title }).Concat(db.Attendances.Where(a => a.MemberId == id).Join(db.Meetings, a => a.MeetingId, m => m.Id, (a, m) => new { How = "was-at", m.Id, Text = m.Title }))
            .Concat(db.Decisions.Where(d => d.OwnerId == id).Select(d => new { How = "holds", Id = d.MeetingId, d.Text }));
        traces.AddRange((await meetings.ToListAsync(cancel)).Select(m => new Trace(m.How == "holds" ? "decision" : "meeting", m.How, m.Text, $"/meetings/{m.Id}")));
        traces.AddRange((await db.Clusters.Where(c => c.LeadId == id || db.ClusterMembers.Any(m => m.ClusterId == c.Id && m.MemberId == id)).ToListAsync(cancel)).Select(c => new Trace("cluster", "holds", c.Name, $"/clusters/{c.Id}")));
        var drafting = db.Contacts.Where(c => c.AuthorId == id || db.ContactEvents.Any(e => e.ContactId == c.Id && e.MemberId == id)).Select(c => new { Kind = "contact", c.Id, Title = c.Office })
            .Concat(db.DraftPriorities.Where(p => p.AuthorId == id).Select(p => new { Kind = "priority", p.Id, Title = (string?)p.Title }))
            .Concat(db.DraftRecommendations.Where(d => d.AuthorId == id || db.DraftVersions.Any(v => v.DraftId == d.Id && v.AuthorId == id) || db.DraftComments.Any(c => c.DraftId == d.Id && c.AuthorId == id) || db.DraftMoves.Any(m => m.DraftId == d.Id && m.AuthorId == id)).Select(d => new { Kind = "draft", d.Id, Title = d.Issue }))
            .Concat(db.StudioDocuments.Where(d => d.AuthorId == id || db.StudioSections.Any(s => s.DocumentId == d.Id && db.StudioVersions.Any(v => v.SectionId == s.Id && v.AuthorId == id))
                || db.StudioSteps.Any(s => s.DocumentId == d.Id && s.AuthorId == id) || db.StudioSafeties.Any(s => s.DocumentId == d.Id && s.AuthorId == id) || db.StudioTicks.Any(t => t.DocumentId == d.Id && t.AuthorId == id)).Select(d => new { Kind = "studio", d.Id, Title = (string?)d.Title }))
            .Concat(db.MatrixSheets.Where(s => s.AuthorId == id || db.MatrixRows.Any(r => r.SheetId == s.Id && db.MatrixEntries.Any(e => e.RowId == r.Id && e.AuthorId == id))).Select(s => new { Kind = "matrix", s.Id, Title = (string?)s.Title }));
        traces.AddRange((await drafting.ToListAsync(cancel)).Select(d => new Trace(d.Kind, "wrote", d.Title ?? $"{d.Id}", PlaceOf(d.Kind, d.Id))));
        traces.AddRange((await db.ScaleWords.Where(w => w.AuthorId == id).Select(w => w.Word).ToListAsync(cancel)).Select(w => new Trace("scale", "wrote", w, "/matrix/words")));
        var tasks = await db.PlanTasks.AsNoTracking().Where(t => t.OwnerId == id || t.AuthorId == id || t.DoneById == id).OrderBy(t => t.Id).Select(t => new { t.Id, t.OwnerId, t.AuthorId, Title = t.Title ?? t.Step! }).ToListAsync(cancel);
        traces.AddRange(tasks.Select(t => new Trace("task", t.OwnerId == id ? "holds" : t.AuthorId == id ? "wrote" : "did", t.Title, $"/plan/tasks/{t.Id}")));
        return traces;
    }

    private static string PlaceOf(string kind, long id) => kind switch
    {
        "contact" => $"/contacts/{id}",
        "priority" => $"/priorities/{id}",
        "draft" => $"/drafts/{id}",
        "studio" => $"/studio/{id}",
        _ => $"/matrix/{id}",
    };

    /// <summary>The same as JSON, for the person to take along.</summary>
    public static async Task<byte[]?> ExportAsync(Rooms rooms, CoalitionAccess access, IEnumerable<IRoomTexts> others, long id, CancellationToken cancel)
    {
        if (await FindAsync(rooms, access, others, id, cancel) is not { } view)
        {
            return null;
        }

        await rooms.WriteAsync(access, CoalitionRole.Secretariat, "member.export", "member", _ => Task.FromResult(Outcome.Done(id)), cancel);
        return JsonSerializer.SerializeToUtf8Bytes(
            new { coalition = access.Name, name = view.Person.Name, role = view.Person.Role.Code(), organisation = view.Person.Organisation, task = view.Person.Task, joined = view.Person.JoinedAt, left = view.Person.LeftAt, traces = view.Traces }, s_json);
    }

    /// <summary>
    /// Forgets the name and the task of a person who has left; what they chose for themselves went when they did (<see cref="OwnChoices"/>). What they wrote stays, as a former member's; texts that name them are listed by
    /// <see cref="FindAsync"/> before and are for people to decide, since a program that cuts names out of minutes would change what was decided.
    /// </summary>
    public static Task<Outcome> EraseAsync(Rooms rooms, CoalitionAccess access, long id, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Secretariat, "member.erase", "member", async db =>
        {
            var place = await db.Memberships.SingleOrDefaultAsync(m => m.Id == id && m.CoalitionId == access.CoalitionId, cancel);
            if (place is null || await db.Members.SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } member)
            {
                return Outcome.Absent;
            }

            if (place.LeftAt is null)
            {
                return Outcome.Not(Refusal.StillIn);
            }

            (member.Name, member.Task) = (null, null);
            return Outcome.Done(id);
        }, cancel);

    /// <summary>The first and the last word, since minutes call people by one name; either finds the whole name too. A name that is all short is looked for whole.</summary>
    private static IEnumerable<string> Names(string? name) => name is null ? [] : new[] { name.Split(' ')[0], name.Split(' ')[^1] }.Where(n => n.Length > 2).DefaultIfEmpty(name).Distinct();
}
