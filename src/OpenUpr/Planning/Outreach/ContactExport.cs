using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Export;
using OpenUpr.Storage;

namespace OpenUpr.Planning.Outreach;

/// <summary>
/// Hands the contacts out as a file, to the secretariat alone; the log says so before a byte goes out. Notes on safety never leave; those not to
/// be contacted only where that is asked for. Nothing in the file tells who wrote it, when, or with what.
/// </summary>
public static class ContactExport
{
    public const string Csv = "csv";
    public const string VCard = "vcf";

    /// <summary>Octets of a line of a card, at most (RFC 2426, section 2.6).</summary>
    private const int MaxOctets = 75;

    private sealed record Opened(Contact Contact, string Name, ContactSecrets Secrets);

    /// <summary>Null for who may not.</summary>
    /// <param name="format">csv or vcf.</param>
    /// <param name="withNotes">Whether notes and support go out too.</param>
    /// <param name="all">Whether those who left or are not to be contacted go out too.</param>
    public static async Task<byte[]?> WriteAsync(Rooms rooms, CoalitionAccess access, string format, bool withNotes, bool all, CancellationToken cancel)
    {
        var outcome = await rooms.WriteAsync(access, CoalitionRole.Secretariat, format == VCard ? "contact.export.vcf" : "contact.export.csv", Contacts.Thing, _ => Task.FromResult(Outcome.Done(0)), cancel);
        if (!outcome.IsDone)
        {
            return null;
        }

        await using var db = rooms.Store.Open(access);
        var rows = await db.Contacts.AsNoTracking().Where(c => all || (!c.DoNotContact && c.LeftOn == null)).OrderBy(c => c.Id).ToListAsync(cancel);
        var opened = await rooms.Keys.OpenManyAsync(access, [.. rows.Select(r => (r.Name, ContactSecrets.PlaceOfName(r.Id))), .. rows.Select(r => (r.Sealed, ContactSecrets.PlaceOf(r.Id)))], cancel);
        var contacts = rows.Select((r, i) => new Opened(r, Encoding.UTF8.GetString(opened[i]), Trim(ContactSecrets.Parse(Encoding.UTF8.GetString(opened[rows.Count + i])), withNotes)));
        var text = new StringBuilder();
        if (format != VCard)
        {
            text.Append('\uFEFF').AppendJoin(',', ContactFile.Columns).Append("\r\n");
        }

        foreach (var contact in contacts)
        {
            if (format == VCard)
            {
                AppendCard(text, contact);
            }
            else
            {
                AppendRow(text, contact);
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static ContactSecrets Trim(ContactSecrets secrets, bool withNotes) => withNotes ? secrets with { Safety = null } : new ContactSecrets(secrets.Email, secrets.Phone, secrets.Address);

    private static void AppendRow(StringBuilder text, Opened opened)
    {
        var (c, s) = (opened.Contact, opened.Secrets);
        string?[] cells =
        [
            c.Kind, opened.Name, c.State, c.Place, c.Office, c.Duty, c.Language, s.Email, s.Phone, s.Address, c.Source, c.CheckedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), c.IsGateKeeper ? "yes" : "", c.DoNotContact ? "yes" : "", s.WhyNot, s.Notes, s.Support,
        ];
        for (var i = 0; i < cells.Length; i++)
        {
            text.Append(i == 0 ? "" : ",");
            RecommendationCsv.AppendCell(text, cells[i] ?? "");
        }

        text.Append("\r\n");
    }

    private static void AppendCard(StringBuilder text, Opened opened)
    {
        var (c, s) = (opened.Contact, opened.Secrets);
        AppendLine(text, "BEGIN:VCARD");
        AppendLine(text, "VERSION:3.0");
        AppendLine(text, $"FN:{Escape(opened.Name)}");
        var at = opened.Name.LastIndexOf(' ');
        AppendLine(text, $"N:{Escape(opened.Name[(at + 1)..])};{Escape(at < 0 ? "" : opened.Name[..at])};;;");
        AppendLine(text, $"CATEGORIES:{c.Kind}");
        Append("TITLE", c.Office);
        Append("EMAIL", s.Email);
        Append("TEL", s.Phone);
        Append("NOTE", s.Notes);
        if (s.Address is not null || c.Place is not null || c.State is not null)
        {
            AppendLine(text, $"ADR:;;{Escape(s.Address ?? "")};{Escape(c.Place ?? "")};;;{c.State}");
        }

        AppendLine(text, "END:VCARD");

        void Append(string name, string? value)
        {
            if (value is not null)
            {
                AppendLine(text, $"{name}:{Escape(value)}");
            }
        }
    }

    private static string Escape(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Folds a line without cutting a letter in two.</summary>
    private static void AppendLine(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
