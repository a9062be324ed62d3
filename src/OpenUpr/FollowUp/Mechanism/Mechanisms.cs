using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.FollowUp.Actions;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Mechanism;

/// <summary>What is known of the State's mechanism, as typed.</summary>
public sealed record MechanismWish(string? Exists, string? Since, string? LegalBasis, string? Members, string? Resources, string? PlanName, string? PlanFrom, string? PlanTo, string? Dialogue, string? ReportMonths, string? FirstReportOn);

/// <summary>A body and its focal point, as typed.</summary>
public sealed record BodyWish(string? Name, string? FocalPoint, long? MemberId);

/// <summary>The record of the national mechanism for implementation, reporting and follow-up, and of the bodies that answer (requirements L4, L5, L13).</summary>
public static class Mechanisms
{
    private const int MostMonths = 60;

    /// <summary>Bodies of one followed review that have a focal point.</summary>
    public const int MostBodies = 200;

    public const string Coalition = "coalition";
    public const string National = "mechanism";
    public const string Nhri = "nhri";

    /// <summary>A national human rights institution accredited with status A (requirement O1).</summary>
    public const string NhriA = "nhri-a";

    public static IReadOnlyList<string> Exists { get; } = [MechanismRecord.Yes, MechanismRecord.No, MechanismRecord.Unknown];

    /// <summary>What a room can be of.</summary>
    public static IReadOnlyList<string> RoomKinds { get; } = [Coalition, National, Nhri, NhriA];

    /// <summary>Stores what is known. Nobody overwrites what they have not seen.</summary>
    /// <param name="revision">Of the record that the writer had before them; 0 for none.</param>
    public static Task<Outcome> SaveAsync(Rooms rooms, CoalitionAccess access, long followId, int revision, MechanismWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, "mechanism.write", Follows.Thing, async db =>
        {
            if (await ActionWriting.WrongAsync(db, followId, cancel) is { } no)
            {
                return no;
            }

            var row = await db.MechanismRecords.SingleOrDefaultAsync(m => m.FollowId == followId, cancel);
            if ((row?.Revision ?? 0) != revision)
            {
                return Outcome.Not(Refusal.Conflict, "exists");
            }

            var fields = new Fields();
            var read = Read(fields, wish);
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            if (row is null)
            {
                (read.Id, read.CoalitionId, read.FollowId) = (await db.TakeIdsAsync(Counters.MechanismRecords, 1, cancel), access.CoalitionId, followId);
                db.MechanismRecords.Add(read);
                row = read;
            }
            else
            {
                (row.Exists, row.Since, row.LegalBasis, row.Members, row.Resources) = (read.Exists, read.Since, read.LegalBasis, read.Members, read.Resources);
                (row.PlanName, row.PlanFrom, row.PlanTo, row.Dialogue, row.ReportMonths, row.FirstReportOn) = (read.PlanName, read.PlanFrom, read.PlanTo, read.Dialogue, read.ReportMonths, read.FirstReportOn);
            }

            (row.AuthorId, row.Revision) = (access.MemberId, revision + 1);
            return Outcome.Done(followId);
        }, cancel);

    /// <summary>Names the focal point of a body; with no words and nobody it is taken back. Nobody overwrites what they have not seen.</summary>
    /// <param name="revision">Of the body that the writer had before them; 0 for none.</param>
    public static Task<Outcome> SaveBodyAsync(Rooms rooms, CoalitionAccess access, long followId, int revision, BodyWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, "mechanism.body", Follows.Thing, async db =>
        {
            if (await ActionWriting.WrongAsync(db, followId, cancel) is { } no)
            {
                return no;
            }

            var fields = new Fields();
            var (name, focal) = (fields.Required("body", wish.Name), fields.Optional("focal", wish.FocalPoint));
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            if (wish.MemberId is { } member && !await db.Memberships.AnyAsync(m => m.Id == member && m.CoalitionId == access.CoalitionId && m.LeftAt == null, cancel))
            {
                return Outcome.Absent;
            }

            var row = await db.ResponsibleBodies.SingleOrDefaultAsync(b => b.FollowId == followId && b.Name == name, cancel);
            if ((row?.Revision ?? 0) != revision)
            {
                return Outcome.Not(Refusal.Conflict, "focal");
            }

            if (row is null)
            {
                if (await db.ResponsibleBodies.CountAsync(b => b.FollowId == followId, cancel) >= MostBodies)
                {
                    return Outcome.Not(Refusal.TooMany, "body");
                }

                row = new ResponsibleBody { Id = await db.TakeIdsAsync(Counters.ResponsibleBodies, 1, cancel), CoalitionId = access.CoalitionId, FollowId = followId, Name = name };
                db.ResponsibleBodies.Add(row);
            }

            (row.FocalPoint, row.MemberId, row.AuthorId, row.Revision) = (focal, wish.MemberId, access.MemberId, revision + 1);
            return Outcome.Done(followId);
        }, cancel);

    /// <summary>What the room is of; a coalition where nobody said.</summary>
    public static async Task<string> RoomKindAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return await db.CoalitionProfiles.AsNoTracking().Where(p => p.CoalitionId == access.CoalitionId).Select(p => p.RoomKind).FirstOrDefaultAsync(cancel) ?? Coalition;
    }

    public static Task<Outcome> SetRoomKindAsync(Rooms rooms, CoalitionAccess access, string? kind, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Secretariat, "coalition.kind", "coalition", async db =>
        {
            if (kind is null || !RoomKinds.Contains(kind) || await db.CoalitionProfiles.SingleOrDefaultAsync(p => p.CoalitionId == access.CoalitionId, cancel) is not { } profile)
            {
                return Outcome.Not(Refusal.Unknown, "kind");
            }

            profile.RoomKind = kind == Coalition ? null : kind;
            return Outcome.Done(access.CoalitionId);
        }, cancel);

    private static MechanismRecord Read(Fields fields, MechanismWish wish)
    {
        var record = new MechanismRecord
        {
            Exists = fields.OneOf("exists", wish.Exists, [.. Exists]), Since = fields.Day("since", wish.Since), LegalBasis = fields.Optional("legal", wish.LegalBasis), Members = fields.Optional("members", wish.Members, Fields.Note),
            Resources = fields.Optional("resources", wish.Resources, Fields.Note), PlanName = fields.Optional("plan", wish.PlanName), PlanFrom = fields.Day("plan-from", wish.PlanFrom), PlanTo = fields.Day("plan-to", wish.PlanTo),
            Dialogue = fields.Optional("dialogue", wish.Dialogue, Fields.Note), ReportMonths = (int?)fields.Number("months", wish.ReportMonths, 1, MostMonths), FirstReportOn = fields.Day("first", wish.FirstReportOn),
        };
        if (record.PlanTo < record.PlanFrom)
        {
            fields.Refuse(Refusal.NoDate, "plan-to", 0);
        }

        if (record.ReportMonths is null != record.FirstReportOn is null)
        {
            fields.Refuse(Refusal.Empty, record.ReportMonths is null ? "months" : "first", 0);
        }

        return record;
    }
}
