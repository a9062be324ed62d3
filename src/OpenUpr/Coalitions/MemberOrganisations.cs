using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Evidence.Cleaning;
using OpenUpr.Storage;
using OpenUpr.Taxonomy;

namespace OpenUpr.Coalitions;

/// <summary>An organisation's profile, as typed (requirement D1).</summary>
/// <param name="Issues">Names or slugs of UPR Info's issues.</param>
/// <param name="Founded">2009, 2009-05 or 2009-05-31.</param>
public sealed record OrganisationWish(
    string? Name, string? Kind, IReadOnlyList<string> Issues, string? Communities, string? Place, string? CommonGround,
    string? EcosocStatus, string? NhriStatus, string? Founded, string? Website);

/// <summary>The organisations of a coalition and their profiles.</summary>
public static partial class MemberOrganisations
{
    /// <summary>Bytes of a logo.</summary>
    public const int MaxLogo = 256 * 1024;

    /// <summary>All of them, by name; those that left stand last. Without logos.</summary>
    public static async Task<IReadOnlyList<Organisation>> ListAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var all = await db.Organisations.AsNoTracking().Select(o => new Organisation
        {
            Id = o.Id, CoalitionId = o.CoalitionId, Name = o.Name, Kind = o.Kind, Issues = o.Issues, Communities = o.Communities, Place = o.Place, CommonGround = o.CommonGround, EcosocStatus = o.EcosocStatus,
            NhriStatus = o.NhriStatus, Founded = o.Founded, Website = o.Website, LogoType = o.LogoType, JoinedOn = o.JoinedOn, LeftOn = o.LeftOn,
        }).ToListAsync(cancel);
        return [.. all.OrderBy(o => o.LeftOn is not null).ThenBy(o => o.Name, StringComparer.CurrentCulture)];
    }

    public static async Task<Organisation?> FindAsync(Store store, CoalitionAccess access, long id, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancel);
    }

    /// <summary>Adds an organisation, or changes one.</summary>
    /// <param name="id">Null for a new one.</param>
    public static Task<Outcome> SaveAsync(Rooms rooms, CoalitionAccess access, long? id, OrganisationWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, id is null ? "organisation.add" : "organisation.change", "organisation", async db =>
        {
            var organisation = id is null ? new Organisation { CoalitionId = access.CoalitionId, Name = "", Kind = "", Issues = "", EcosocStatus = "", NhriStatus = "", JoinedOn = rooms.Today }
                : await db.Organisations.SingleOrDefaultAsync(o => o.Id == id, cancel);
            if (organisation is null)
            {
                return Outcome.Absent;
            }

            var fields = new Fields();
            Fill(organisation, wish, fields);
            if (fields.Wrong is null && await db.Organisations.AnyAsync(o => o.Name == organisation.Name && o.Id != organisation.Id, cancel))
            {
                fields.Refuse(Refusal.Taken, "name", "");
            }

            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            if (id is null)
            {
                organisation.Id = await db.TakeIdsAsync(Counters.Organisations, 1, cancel);
                db.Organisations.Add(organisation);
            }

            return Outcome.Done(organisation.Id);
        }, cancel);

    /// <summary>
    /// Keeps a picture as the organisation's logo; what kind it is, its content says. What it tells besides the picture, such as where and with what
    /// it was made, is taken out first.
    /// </summary>
    /// <param name="picture">Null to take the logo away.</param>
    public static Task<Outcome> SetLogoAsync(Rooms rooms, CoalitionAccess access, long id, byte[]? picture, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, "organisation.logo", "organisation", async db =>
        {
            if (await db.Organisations.SingleOrDefaultAsync(o => o.Id == id, cancel) is not { } organisation)
            {
                return Outcome.Absent;
            }

            if (picture?.Length > MaxLogo)
            {
                return Outcome.Not(Refusal.TooLarge, "logo");
            }

            var clean = picture is null ? null : CleanPicture(picture, rooms.Time, cancel);
            if (picture is not null && clean is null)
            {
                return Outcome.Not(Refusal.NoPicture, "logo");
            }

            (organisation.Logo, organisation.LogoType) = (clean, clean is null ? null : PictureType(clean));
            return Outcome.Done(id);
        }, cancel);

    /// <summary>The organisation leaves; its profile stays for the records.</summary>
    public static Task<Outcome> LeaveAsync(Rooms rooms, CoalitionAccess access, long id, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Secretariat, "organisation.leave", "organisation", async db =>
        {
            if (await db.Organisations.SingleOrDefaultAsync(o => o.Id == id, cancel) is not { } organisation)
            {
                return Outcome.Absent;
            }

            if (await db.Memberships.AnyAsync(p => p.CoalitionId == access.CoalitionId && p.LeftAt == null && db.Members.Any(m => m.Id == p.Id && m.OrganisationId == id), cancel))
            {
                return Outcome.Not(Refusal.HasPeople);
            }

            organisation.LeftOn ??= rooms.Today;
            return Outcome.Done(id);
        }, cancel);

    /// <summary>image/png, image/jpeg or image/webp by the first bytes (their specifications' signatures); null for anything else.</summary>
    public static string? PictureType(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8) ? "image/webp" : null;

    /// <summary>The picture alone; null where it is none of the kinds that are taken, or is damaged.</summary>
    private static byte[]? CleanPicture(byte[] picture, TimeProvider time, CancellationToken cancel)
    {
        using var clean = new MemoryStream();
        return PictureType(picture) is not null && FileCleaner.Clean(new MemoryStream(picture), clean, time, cancel).IsClean ? clean.ToArray() : null;
    }

    internal static void Fill(Organisation organisation, OrganisationWish wish, Fields fields)
    {
        organisation.Name = fields.Required("name", wish.Name);
        organisation.Kind = fields.OneOf("kind", wish.Kind, OrganisationKinds.All);
        organisation.Issues = ReadIssues(wish.Issues, fields);
        organisation.Communities = fields.Optional("communities", wish.Communities, Fields.Note);
        organisation.Place = fields.Optional("place", wish.Place);
        organisation.CommonGround = fields.Optional("common", wish.CommonGround, Fields.Note);
        organisation.EcosocStatus = fields.OneOf("ecosoc", string.IsNullOrEmpty(wish.EcosocStatus) ? "none" : wish.EcosocStatus, OrganisationKinds.Ecosoc);
        organisation.NhriStatus = fields.OneOf("nhri", string.IsNullOrEmpty(wish.NhriStatus) ? "none" : wish.NhriStatus, OrganisationKinds.NhriStatuses);
        organisation.Founded = fields.Optional("founded", wish.Founded, 10);
        organisation.Website = fields.Address("website", wish.Website);
        if (organisation.Founded is { } founded && !FoundedForm().IsMatch(founded))
        {
            fields.Refuse(Refusal.NoDate, "founded", "");
        }
    }

    internal static string ReadIssues(IReadOnlyList<string> names, Fields fields) =>
        string.Join('\n', names.Where(n => !string.IsNullOrWhiteSpace(n)).Select(n => IssueList.Current.Find(n)?.Name ?? fields.Refuse(Refusal.Unknown, "issues", "")).Distinct());

    [GeneratedRegex(@"^(1[5-9]|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")]
    private static partial Regex FoundedForm();
}
