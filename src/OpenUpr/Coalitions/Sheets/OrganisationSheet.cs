using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions.Sheets;

/// <summary>Member organisations with their profiles (requirement D1); two are the same by their name.</summary>
internal sealed class OrganisationSheet : SheetTarget
{
    public override string Kind => "organisations";

    public override IReadOnlyList<SheetField> Fields { get; } =
    [
        new("name", true, ["name", "organisation", "organization", "nom", "nombre", "organizacion", "organisation name", "nom de l organisation", "nombre de la organizacion"]),
        new("kind", false, ["kind", "type", "tipo", "genre", "category", "categorie", "categoria"], SheetWords.IsKind),
        new("issues", false, ["issues", "themes", "topics", "thematiques", "temas", "enjeux", "issue", "theme"]),
        new("communities", false, ["communities", "communautes", "comunidades", "groups", "groupes", "beneficiaries", "beneficiaires", "beneficiarios"]),
        new("place", false, ["place", "city", "location", "lieu", "ville", "lugar", "ciudad", "region", "province", "provincia", "address", "adresse", "direccion"]),
        new("common", false, ["common ground", "shared goals", "goals", "objectifs", "objetivos", "partners", "partenaires", "socios", "aliados"]),
        new("ecosoc", false, ["ecosoc", "ecosoc status", "consultative status", "statut consultatif", "estatus consultivo", "estado consultivo"]),
        new("nhri", false, ["nhri status", "ganhri", "accreditation", "statut a", "acreditacion"]),
        new("founded", false, ["founded", "founding date", "established", "fondee", "fondation", "date de fondation", "fundada", "fundacion", "fecha de fundacion", "year", "annee", "ano"]),
        new("website", false, ["website", "web", "site", "site web", "url", "sitio web", "pagina web", "internet"], c => c.StartsWith("http", StringComparison.OrdinalIgnoreCase) || c.StartsWith("www.", StringComparison.OrdinalIgnoreCase)),
    ];

    internal override async Task PrepareAsync(SheetWork work, CancellationToken cancel) =>
        work.Known.UnionWith((await work.Db.Organisations.AsNoTracking().Select(o => o.Name).ToListAsync(cancel)).Select(SheetField.Fold));

    internal override async Task<SheetLine> AddAsync(SheetWork work, SheetCells cells, CancellationToken cancel)
    {
        var name = cells["name"] ?? "";
        if (name.Length > 0 && work.Known.Contains(SheetField.Fold(name)))
        {
            return new SheetLine(cells.Line, SheetVerdict.Same, name);
        }

        var organisation = new Organisation { CoalitionId = work.Access.CoalitionId, Name = "", Kind = "", Issues = "", EcosocStatus = "", NhriStatus = "", JoinedOn = work.Rooms.Today };
        var fields = new Fields();
        MemberOrganisations.Fill(organisation, new OrganisationWish(
            name, SheetWords.Kind(cells["kind"] ?? "ngo"), [.. (cells["issues"] ?? "").Split([';', '\n', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)], cells["communities"],
            cells["place"], cells["common"], SheetWords.Status(cells["ecosoc"] ?? "none"), SheetWords.Status(cells["nhri"] ?? "none"), Founded(cells["founded"]), Address(cells["website"])), fields);
        if (fields.Wrong is { } wrong)
        {
            return Refused(cells, name, wrong);
        }

        organisation.Id = await work.IdAsync(Counters.Organisations, cancel);
        work.Db.Organisations.Add(organisation);
        work.Known.Add(SheetField.Fold(name));
        return new SheetLine(cells.Line, SheetVerdict.New, organisation.Name);
    }

    /// <summary>A workbook's day, or a year as it stands.</summary>
    private static string? Founded(string? cell) => cell is null ? null : new SheetDays([cell]).Day(cell);

    /// <summary>People leave the scheme out.</summary>
    private static string? Address(string? cell) => cell is null || cell.Contains("://", StringComparison.Ordinal) || !cell.Contains('.', StringComparison.Ordinal) ? cell : $"https://{cell}";
}
