using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.Accounts;

/// <summary>What an invitation is to open.</summary>
/// <param name="Purpose">A constant of <see cref="Invitation"/>.</param>
public sealed record NewInvitation(string Purpose)
{
    public bool GivesOperator { get; init; }

    public bool GivesCurator { get; init; }

    /// <summary>The coalition, for a place.</summary>
    public long? CoalitionId { get; init; }

    /// <summary>The place that waits for the person, made in the same transaction.</summary>
    public long? MembershipId { get; init; }

    /// <summary>The coalition role of the place, for the person to read before they accept.</summary>
    public CoalitionRole? Role { get; init; }

    /// <summary>Whose new device it is.</summary>
    public long? AccountId { get; init; }
}

/// <summary>The two ways into an invitation. They are shown once; the store keeps hashes.</summary>
/// <param name="Token">The end of the link: /join/TOKEN.</param>
/// <param name="Code">For the phone (<see cref="PhoneCode"/>).</param>
public sealed record InvitationKeys(long Id, string Token, string Code, DateTimeOffset ExpiresAt);

/// <summary>An invitation that can still be used, with what a person needs to know before accepting it.</summary>
/// <param name="CoalitionName">For a place.</param>
/// <param name="Account">For a new device: whose.</param>
public sealed record OpenInvitation(Invitation Invitation, string? CoalitionName, string? CoalitionSlug, Account? Account);

/// <summary>Invitations: made, found by link or code, used once or withdrawn.</summary>
public static class Invitations
{
    /// <summary>An invitation that nobody used for this long is over.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    /// <summary>Makes an invitation inside the caller's write transaction.</summary>
    public static async Task<InvitationKeys> AddAsync(OpenUprDb db, Keyring keys, TimeProvider time, NewInvitation wish, CancellationToken cancel)
    {
        var (token, code, now) = (Secrets.New(), PhoneCode.New(), time.GetUtcNow());
        var row = new Invitation
        {
            Id = await db.TakeIdsAsync(Counters.Invitations, 1, cancel),
            Purpose = wish.Purpose,
            TokenHash = Secrets.Hash(token),
            CodeHash = PhoneCode.Hash(keys, code),
            CoalitionId = wish.CoalitionId,
            MembershipId = wish.MembershipId,
            Role = wish.Role?.Code(),
            AccountId = wish.AccountId,
            GivesOperator = wish.GivesOperator,
            GivesCurator = wish.GivesCurator,
            CreatedAt = now,
            ExpiresAt = now + Lasts,
        };
        db.Invitations.Add(row);
        await db.SaveChangesAsync(cancel);
        return new InvitationKeys(row.Id, token, code, row.ExpiresAt);
    }

    /// <summary>The invitation of a link, or null where it is none, was used, withdrawn or is over: the four look the same.</summary>
    public static async Task<OpenInvitation?> FindAsync(Store store, TimeProvider time, string? token, CancellationToken cancel)
    {
        if (!Secrets.LooksLikeOne(token))
        {
            return null;
        }

        await using var db = store.Open();
        return await FindAsync(db, time, token!, cancel);
    }

    /// <summary>
    /// A new link for the invitation of a code, or null where no invitation has it. The link that was given out with the code stops to work: whoever reads
    /// the code out and whoever has the link are then not two people.
    /// </summary>
    public static async Task<string?> ChangeCodeAsync(Store store, Keyring keys, TimeProvider time, string? typed, CancellationToken cancel)
    {
        if (PhoneCode.Read(typed) is not { } code)
        {
            return null;
        }

        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var (hash, now) = (PhoneCode.Hash(keys, code), time.GetUtcNow());
        if (await db.Invitations.SingleOrDefaultAsync(i => i.CodeHash == hash && i.UsedAt == null, cancel) is not { } row || row.ExpiresAt <= now)
        {
            return null;
        }

        var token = Secrets.New();
        row.TokenHash = Secrets.Hash(token);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return token;
    }

    /// <summary>Withdraws an invitation inside the caller's write transaction; false where it is none or was used.</summary>
    public static async Task<bool> WithdrawAsync(OpenUprDb db, long id, CancellationToken cancel) =>
        await db.Invitations.Where(i => i.Id == id && i.UsedAt == null).ExecuteDeleteAsync(cancel) > 0;

    /// <summary>Withdraws every way in for a new device that waits: whoever had the account open could have made one, to come back by it.</summary>
    internal static Task WithdrawDevicesAsync(OpenUprDb db, long accountId, CancellationToken cancel) =>
        db.Invitations.Where(i => i.AccountId == accountId && i.Purpose == Invitation.NewDevice && i.UsedAt == null).ExecuteDeleteAsync(cancel);

    internal static async Task<OpenInvitation?> FindAsync(OpenUprDb db, TimeProvider time, string token, CancellationToken cancel)
    {
        var (hash, now) = (Secrets.Hash(token), time.GetUtcNow());
        if (await db.Invitations.SingleOrDefaultAsync(i => i.TokenHash == hash && i.UsedAt == null, cancel) is not { } row || row.ExpiresAt <= now)
        {
            return null;
        }

        var coalition = row.CoalitionId is { } id ? await db.Coalitions.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) : null;
        var account = row.AccountId is { } whose ? await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == whose, cancel) : null;
        return new OpenInvitation(row, coalition?.Name, coalition?.Slug, account);
    }
}
