using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.Drafting.Studio;

/// <summary>A section's text, as typed.</summary>
/// <param name="Number">The version that the writer had before them.</param>
/// <param name="Client">Made at random with the form: what is sent twice because the answer was lost is stored once.</param>
/// <param name="IsDone">Whether the writer says that it is finished; null leaves it as it is, and a change makes it unfinished.</param>
public sealed record SectionText(string? Heading, string? Text, string? Note, int? Number, string? Client, bool? IsDone = null);

/// <summary>What came of it.</summary>
/// <param name="Clash">Null but for a conflict.</param>
public sealed record SectionSaved(Outcome Outcome, SectionClash? Clash);

/// <summary>A change of a section that met another one.</summary>
/// <param name="Base">What both writers had before them.</param>
/// <param name="Theirs">What is stored now.</param>
/// <param name="Heading">Mine where I changed it, else theirs.</param>
/// <param name="Text">Both together, to be looked at: sending it with the number of <paramref name="Theirs"/> stores it.</param>
public sealed record SectionClash(StudioVersion Base, StudioVersion Theirs, string Heading, ThreeWay Text);

/// <summary>Writing of sections. Each is a text of its own with versions of its own, so that people who write different ones never meet, and two who write the same lose no word.</summary>
public static class SectionWriting
{
    /// <summary>
    /// Adds a version. Where somebody else added one since <see cref="SectionText.Number"/> nothing is stored, and both changes come back put together. A change of a document that was
    /// agreed brings it back to be written, and is written down as a step.
    /// </summary>
    public static async Task<SectionSaved> SaveAsync(Rooms rooms, CoalitionAccess access, long documentId, long sectionId, SectionText wish, CancellationToken cancel)
    {
        SectionClash? clash = null;
        var outcome = await rooms.WriteAsync(access, CoalitionRole.Contributor, "studio.write", StudioRows.Thing, async db =>
        {
            if (await FindAsync(db, access, documentId, sectionId, cancel) is not ({ } section, { } document, var mayWrite) || (!mayWrite && StudioSteps.IsOpen(document.Stage) && section.RemovedAt is null))
            {
                return Outcome.Absent;
            }

            var fields = new Fields();
            var (heading, text, note) = (fields.Optional("heading", wish.Heading) ?? "", fields.Optional("text", wish.Text, StudioText.MaxText) ?? "", fields.Optional("note", wish.Note));
            if ((mayWrite ? fields.Wrong : Outcome.Not(Refusal.Closed)) is { } wrong)
            {
                return wrong;
            }

            // The newest, what the form began with, and what it sent before: not all the texts that a section ever had.
            var versions = await db.StudioVersions.AsNoTracking().Where(v => v.SectionId == sectionId && (v.Number == section.Number || v.Number == wish.Number || (v.ClientId == wish.Client && v.AuthorId == access.MemberId)))
                .OrderByDescending(v => v.Number).ToListAsync(cancel);
            var (arrival, origin) = Arrivals.Of(versions, access.MemberId, wish.Client, wish.Number, v => v.Text == text && v.Heading == heading);
            switch (arrival)
            {
                case Arrival.Unknown:
                    return Outcome.Not(Refusal.Unknown, "text");
                case Arrival.Clash:
                    clash = new SectionClash(origin!, versions[0], heading != origin!.Heading ? heading : versions[0].Heading, ThreeWay.Merge(origin.Text, text, versions[0].Text));
                    return Outcome.Not(Refusal.Conflict);
                case Arrival.Newest:
                    await AddVersionAsync(rooms, db, access, section, heading, text, note, Arrivals.Client(wish.Client), cancel);
                    await Studio.WrittenAsync(rooms, db, access, document, cancel);
                    break;
            }

            section.IsDone = wish.IsDone ?? section.IsDone;
            await SectionCopies.ForgetAsync(db, access, sectionId, cancel);
            return Outcome.Done(sectionId);
        }, cancel);
        return new SectionSaved(outcome, clash);
    }

    /// <summary>The section with its document, and whether the person may write it now.</summary>
    internal static async Task<(StudioSection? Section, StudioDocument? Document, bool MayWrite)> FindAsync(OpenUprDb db, CoalitionAccess access, long documentId, long sectionId, CancellationToken cancel)
    {
        var section = await db.StudioSections.SingleOrDefaultAsync(s => s.Id == sectionId && s.DocumentId == documentId, cancel);
        var document = section is null ? null : await db.StudioDocuments.SingleOrDefaultAsync(d => d.Id == documentId, cancel);
        return document is null ? (null, null, false) : (section, document, (await StudioRows.RoleAsync(db, access, document, cancel)).MayWriteSection(document, section!));
    }

    private static async Task AddVersionAsync(Rooms rooms, OpenUprDb db, CoalitionAccess access, StudioSection section, string heading, string text, string? note, string client, CancellationToken cancel)
    {
        var now = rooms.Time.GetUtcNow();
        section.Number++;
        section.Revision++;
        (section.Heading, section.Text, section.AuthorId, section.ChangedAt, section.IsDone) = (heading, text, access.MemberId, now, false);
        db.StudioVersions.Add(new StudioVersion
        {
            Id = await db.TakeIdsAsync(Counters.StudioVersions, 1, cancel), CoalitionId = section.CoalitionId, ClusterId = section.ClusterId, SectionId = section.Id, Number = section.Number, Heading = heading, Text = text, Note = note, AuthorId = access.MemberId,
            WrittenAt = now, ClientId = client,
        });
    }
}
