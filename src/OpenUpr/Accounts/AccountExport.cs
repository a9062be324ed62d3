using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Accounts;

/// <summary>Everything that the installation knows of an account, as a file for its person. What coalitions hold is theirs and is asked for there.</summary>
public static class AccountExport
{
    public static async Task WriteAsync(Store store, long accountId, Stream output, CancellationToken cancel)
    {
        await using var db = store.Open();
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == accountId, cancel);
        var passkeys = await db.Passkeys.AsNoTracking().Where(p => p.AccountId == accountId).OrderBy(p => p.Id).ToListAsync(cancel);
        var sessions = await db.SignIns.AsNoTracking().Where(s => s.AccountId == accountId).OrderBy(s => s.Id).ToListAsync(cancel);
        var places = await db.Memberships.AsNoTracking().Where(m => m.AccountId == accountId).OrderBy(m => m.Id)
            .Join(db.Coalitions, m => m.CoalitionId, c => c.Id, (m, c) => new { c.Name, c.Slug, m.Role, m.JoinedAt, m.LeftAt }).ToListAsync(cancel);
        await using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        WriteAccount(json, account, await db.RecoveryCodes.CountAsync(c => c.AccountId == accountId, cancel));
        WriteList(json, "passkeys", passkeys, p =>
        {
            json.WriteString("name", p.Name);
            json.WriteString("created", p.CreatedAt);
            WriteMoment(json, "lastUsed", p.LastUsedAt);
        });
        WriteList(json, "sessions", sessions, s =>
        {
            json.WriteString("device", s.Device);
            json.WriteString("method", s.Method);
            json.WriteString("began", s.CreatedAt);
            json.WriteString("lastSeen", s.LastSeenAt);
            json.WriteString("ends", s.ExpiresAt);
        });
        WriteList(json, "coalitions", places, p =>
        {
            json.WriteString("name", p.Name);
            json.WriteString("address", $"/coalitions/{p.Slug}");
            json.WriteString("role", p.Role);
            json.WriteString("joined", p.JoinedAt);
            WriteMoment(json, "left", p.LeftAt);
        });
        json.WriteEndObject();
    }

    private static void WriteAccount(Utf8JsonWriter json, Account account, int recoveryCodes)
    {
        json.WriteString("signInName", account.SignInName);
        json.WriteString("displayName", account.DisplayName);
        json.WriteString("email", account.Email);
        json.WriteString("created", account.CreatedAt);
        json.WriteBoolean("operator", account.IsOperator);
        json.WriteBoolean("curator", account.IsCurator);
        json.WriteBoolean("password", account.PasswordHash is not null);
        json.WriteBoolean("oneTimeCodes", account.TotpIsOn);
        json.WriteNumber("recoveryCodes", recoveryCodes);
        json.WriteNumber("wrongTries", account.FailedSignIns);
        WriteMoment(json, "lockedUntil", account.LockedUntil);
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> rows, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            write(row);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMoment(Utf8JsonWriter json, string name, DateTimeOffset? moment)
    {
        if (moment is { } known)
        {
            json.WriteString(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
