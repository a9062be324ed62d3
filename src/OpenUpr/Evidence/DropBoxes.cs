using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Accounts;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.Evidence;

/// <summary>A new drop box with its secrets, which are shown once and kept nowhere.</summary>
/// <param name="Token">For the link.</param>
/// <param name="Code">To be read aloud.</param>
public sealed record NewDropBox(Outcome Outcome, string? Token, string? Code);

/// <summary>What senders see of a box.</summary>
public sealed record OpenDropBox(long Id, string Coalition, string Language, string? Greeting, DropBoxDoor Door);

/// <summary>The ways in for people without an account: made, listed and closed by editors, opened by who holds the secret.</summary>
public sealed class DropBoxes(Rooms rooms)
{
    /// <summary>Without letters and digits that sound or look alike.</summary>
    private const string CodeLetters = "ABCDEFGHJKMNPQRTUVWXYZ2346789";

    /// <summary>58 bits: with at most some hundred guesses an hour from one address, out of reach.</summary>
    private const int CodeLength = 12;

    private const int MaxDays = 366;

    public async Task<NewDropBox> AddAsync(CoalitionAccess access, string? name, string? language, string? greeting, string? openUntil, CancellationToken cancel)
    {
        var (token, code) = (Secrets.New(), NewCode());
        var outcome = await rooms.WriteAsync(access, CoalitionRole.Editor, "drop-box.open", "drop-box", async db =>
        {
            var read = new Fields();
            var typed = read.RequiredDay("until", openUntil);
            var until = typed < rooms.Today || typed > rooms.Today.AddDays(MaxDays) ? read.Refuse(Refusal.NoDate, "until", rooms.Today) : typed;
            var box = new DropBox
            {
                Id = await db.TakeIdsAsync(Counters.DropBoxes, 1, cancel), CoalitionId = access.CoalitionId, Name = read.Required("name", name), Language = read.OneOf("language", language, Founding.Languages),
                Greeting = read.Optional("greeting", greeting, Fields.Note), OpenUntil = new DateTimeOffset(until.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), AuthorId = access.MemberId,
            };
            if (read.Wrong is { } wrong)
            {
                return wrong;
            }

            db.DropBoxes.Add(box);
            db.DropBoxDoors.Add(new DropBoxDoor { Id = box.Id, CoalitionId = access.CoalitionId, TokenHash = Secrets.Hash(token), CodeHash = HashOf("drop-box", Plain(code)) });
            return Outcome.Done(box.Id);
        }, cancel);
        return outcome.IsDone ? new NewDropBox(outcome, token, code) : new NewDropBox(outcome, null, null);
    }

    public async Task<IReadOnlyList<DropBox>> ListAsync(CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = rooms.Store.Open(access);
        return access.Is(CoalitionRole.Editor) ? await db.DropBoxes.AsNoTracking().OrderByDescending(b => b.Id).Take(CaseReader.MaxRows).ToListAsync(cancel) : [];
    }

    /// <summary>Closes a box: its secrets open nothing from now on.</summary>
    public Task<Outcome> CloseAsync(CoalitionAccess access, long id, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, "drop-box.close", "drop-box", async db =>
        {
            if (await db.DropBoxes.SingleOrDefaultAsync(b => b.Id == id && b.ClosedAt == null, cancel) is not { } box)
            {
                return Outcome.Absent;
            }

            box.ClosedAt = rooms.Time.GetUtcNow();
            await db.DropBoxDoors.Where(d => d.Id == id).ExecuteDeleteAsync(cancel);
            return Outcome.Done(id);
        }, cancel);

    /// <summary>The box that a link's token or a read-aloud code opens; null for a wrong one, a closed box and one whose end has passed: they look the same.</summary>
    public async Task<OpenDropBox?> FindAsync(string? secret, CancellationToken cancel)
    {
        if (secret is null || secret.Length > 100)
        {
            return null;
        }

        await using var db = rooms.Store.Open();
        var (token, code) = (Secrets.Hash(secret), HashOf("drop-box", Plain(secret)));
        if (await db.DropBoxDoors.AsNoTracking().FirstOrDefaultAsync(d => d.TokenHash == token || d.CodeHash == code, cancel) is not { } door)
        {
            return null;
        }

        await using var inside = rooms.Store.Open(await CoalitionAccess.ForSenderAsync(rooms.Store, door, cancel));
        var box = await inside.DropBoxes.AsNoTracking().SingleOrDefaultAsync(b => b.Id == door.Id, cancel);
        return box is { ClosedAt: null } && box.OpenUntil > rooms.Time.GetUtcNow() ? new OpenDropBox(box.Id, inside.Access!.Name, box.Language, box.Greeting, door) : null;
    }

    /// <summary>Says to the sender what became of a case that came through a box.</summary>
    internal static async Task NoteAsync(OpenUprDb db, EvidenceCase row, string state, CancellationToken cancel)
    {
        if (row.DropBoxId is not null && await db.DropReceipts.SingleOrDefaultAsync(r => r.Id == row.Id && r.CoalitionId == row.CoalitionId, cancel) is { } receipt)
        {
            receipt.State = state;
        }
    }

    /// <summary>A code in groups of four.</summary>
    internal static string NewCode() => string.Join('-', RandomNumberGenerator.GetString(CodeLetters, CodeLength).Chunk(4).Select(c => new string(c)));

    /// <summary>A code as it is hashed: however it was written down.</summary>
    internal static string Plain(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    /// <summary>Keyed: a stolen database does not let anyone try codes.</summary>
    internal string HashOf(string purpose, string code) => Convert.ToHexStringLower(HMACSHA256.HashData(rooms.Keys.Derive(purpose), Encoding.UTF8.GetBytes(code)));
}
