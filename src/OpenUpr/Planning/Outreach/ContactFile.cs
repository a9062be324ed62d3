using System.Text;
using OpenUpr.Coalitions.Sheets;
using OpenUpr.Sources;

namespace OpenUpr.Planning.Outreach;

/// <summary>
/// Reads contacts from a file that somebody sent: address cards, or a table as sheets are read (<see cref="SheetReader"/>), told apart by content. It is read from
/// memory and never touches the disk, since it holds names in the clear.
/// </summary>
public static class ContactFile
{
    /// <summary>Bytes of a file.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Contacts of a file.</summary>
    public const int MaxContacts = 5_000;

    private const int MaxCell = 5_000;

    /// <summary>Rows among which the heads are looked for: people write a title above them.</summary>
    private const int HighestHead = 8;

    /// <summary>Columns of a table, in the order in which they are written.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["kind", "name", "state", "place", "office", "duty", "language", "email", "phone", "address", "source", "checked", "gate_keeper", "do_not_contact", "why_not", "notes", "support"];

    /// <summary>What such columns are called: our own names, and those of address books and of sheets in English, French and Spanish.</summary>
    private static readonly Dictionary<string, string> s_heads = HeadsOf(
        "kind: type, tipo, category, categorie, categoria", "name: full name, display name, person, contact, nom, nom complet, nombre, nombre completo", "state: country, pays, pais, etat, estado",
        "place: city, ville, ciudad, lieu, lugar", "office: title, job title, position, post, function, organisation, organization, fonction, poste, titre, cargo, puesto, institution, institucion",
        "language: langue, idioma, lengua", "email: e mail, e mail address, email address, mail, courriel, correo, correo electronico", "phone: telephone, telefono, mobile, tel, phone number, telephone number",
        "address: adresse, direccion", "checked: checked on, verified, verifie, verificado", "notes: note, comments, remarks, remarques, commentaires, notas, comentarios, observaciones");

    /// <exception cref="SourceException">The file is none of these, damaged, or beyond a limit.</exception>
    public static IReadOnlyList<ReadContact> Read(byte[] content, CancellationToken cancel)
    {
        if (content.Length is 0 or > MaxBytes)
        {
            throw new SourceException(content.Length == 0 ? "The file is empty." : $"The file has more than {MaxBytes / 1024} kB. Split it, or leave pictures out.");
        }

        var contacts = IsCards(content) ? VCardReader.Read(Text(content)) : FromTable(SheetReader.Rows(content, cancel));
        var read = contacts.Take(MaxContacts + 1).ToList();
        return read.Count switch
        {
            0 => throw new SourceException("The file holds no contact."),
            > MaxContacts => throw new SourceException($"The file holds more than {MaxContacts:N0} contacts. Split it."),
            _ => read,
        };
    }

    private static Dictionary<string, string> HeadsOf(params IEnumerable<string> more) =>
        Columns.Select(c => (Head: SheetField.Fold(c), Name: c)).Concat(more.Select(l => l.Split(": ")).SelectMany(p => p[1].Split(", ").Select(h => (Head: h, Name: p[0])))).ToDictionary(h => h.Head, h => h.Name);

    private static bool IsCards(byte[] content) =>
        Encoding.UTF8.GetString(content, 0, Math.Min(content.Length, 100)).TrimStart('\uFEFF', ' ', '\r', '\n').StartsWith("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase);

    private static string Text(byte[] content)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF').TrimStart();
        }
        catch (DecoderFallbackException e)
        {
            throw new SourceException("The cards are not in UTF-8. Export them again, as vCard 3.0 or 4.0.", inner: e);
        }
    }

    private static IEnumerable<ReadContact> FromTable(IEnumerable<TableRow> rows)
    {
        var all = rows.Where(r => r.Cells.Any(c => c.Length > 0)).Take(MaxContacts + HighestHead + 1).ToList();
        var at = all.Take(HighestHead).ToList().FindIndex(r => Heads(r).ContainsKey("name"));
        if (at < 0)
        {
            throw new SourceException($"No row names the columns. One of the first rows must, and one of its columns must be \"name\". Known are: {string.Join(", ", Columns)}.", all.FirstOrDefault().Line is var line and > 0 ? line : null);
        }

        var columns = Heads(all[at]);
        return all.Skip(at + 1).Select(row => new ReadContact(row.Line, ToWish(name => columns.TryGetValue(name, out var column) && column < row.Cells.Count ? Unguarded(Bounded(row.Cells[column], row.Line)) : null)));
    }

    /// <summary>The column of each field that the row names.</summary>
    private static Dictionary<string, int> Heads(TableRow row) =>
        row.Cells.Select((c, i) => (Name: s_heads.GetValueOrDefault(SheetField.Fold(c)), At: i)).Where(h => h.Name is not null).DistinctBy(h => h.Name).ToDictionary(h => h.Name!, h => h.At);

    private static string Bounded(string cell, int line) => cell.Length <= MaxCell ? cell : throw new SourceException($"A cell has more than {MaxCell:N0} characters.", line);

    private static ContactWish ToWish(Func<string, string?> cell) => new(
        cell("kind") is { Length: > 0 } kind ? kind.ToLowerInvariant() : "other", cell("name"), cell("state"), cell("place"), cell("office"), cell("duty"), cell("language"), cell("source"), cell("checked"), IsYes(cell("gate_keeper")), IsYes(cell("do_not_contact")),
        new ContactSecrets(cell("email"), cell("phone"), cell("address"), cell("notes"), null, cell("support"), cell("why_not")));

    private static bool IsYes(string? cell) => cell is not null && (cell.Equals("yes", StringComparison.OrdinalIgnoreCase) || cell.Equals("true", StringComparison.OrdinalIgnoreCase) || cell == "1");

    /// <summary>Without the apostrophe that keeps a spreadsheet from taking a telephone number for a formula.</summary>
    private static string Unguarded(string cell) => cell.Length > 1 && cell[0] == '\'' && "=+-@".Contains(cell[1], StringComparison.Ordinal) ? cell[1..] : cell;
}
