using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Coalitions.Sheets;

/// <summary>People: each gets a place that waits, and a way in. Two are the same by their name, among those who are in.</summary>
internal sealed class PersonSheet : SheetTarget
{
    public override string Kind => "people";

    /// <summary>Each gets a link and a code, which somebody has to hand over.</summary>
    public override int MaxRows => 500;

    public override IReadOnlyList<SheetField> Fields { get; } =
    [
        new("name", true, ["name", "full name", "person", "nom", "nom complet", "nombre", "nombre completo", "nom et prenom", "member", "membre", "miembro", "contact"]),
        new("role", false, ["role", "rol", "function in the coalition", "fonction", "funcion"], SheetWords.IsRole),
        new("organisation", false, ["organisation", "organization", "organizacion", "member of", "membre de", "miembro de", "ngo", "ong", "institution", "institucion", "structure"]),
        new("task", false, ["task", "tasks", "tache", "taches", "tarea", "tareas", "responsibility", "responsabilite", "responsabilidad", "position", "poste", "cargo", "job", "title", "titre"]),
    ];

    internal override async Task PrepareAsync(SheetWork work, CancellationToken cancel)
    {
        await work.ReadOrganisationsAsync(cancel);
        var inside = work.Db.Memberships.Where(m => m.CoalitionId == work.Access.CoalitionId && m.LeftAt == null);
        work.Known.UnionWith((await work.Db.Members.AsNoTracking().Where(m => m.Name != null && inside.Any(p => p.Id == m.Id)).Select(m => m.Name!).ToListAsync(cancel)).Select(SheetField.Fold));
    }

    internal override async Task<SheetLine> AddAsync(SheetWork work, SheetCells cells, CancellationToken cancel)
    {
        var name = cells["name"] ?? "";
        if (name.Length > 0 && work.Known.Contains(SheetField.Fold(name)))
        {
            return new SheetLine(cells.Line, SheetVerdict.Same, name);
        }

        var (member, fields) = (new Member { CoalitionId = work.Access.CoalitionId }, new Fields());
        long? organisation = cells["organisation"] is not { } of ? null : work.Organisations.TryGetValue(SheetField.Fold(of), out var id) ? id : fields.Refuse<long?>(Refusal.Unknown, "organisation", null);
        var role = await People.FillAsync(work.Db, member, new PersonWish(name, SheetWords.Role(cells["role"] ?? "contributor"), organisation, cells["task"]), fields, cancel);
        if (fields.Wrong is { } wrong)
        {
            return Refused(cells, name, wrong);
        }

        member.Id = await work.IdAsync(Counters.Memberships, cancel);
        var place = new Membership { Id = member.Id, CoalitionId = work.Access.CoalitionId, Role = role, JoinedAt = work.Rooms.Time.GetUtcNow() };
        work.Db.Memberships.Add(place);
        work.Db.Members.Add(member);
        work.Places.Add((place, member.Name!));
        work.Known.Add(SheetField.Fold(name));
        return new SheetLine(cells.Line, SheetVerdict.New, name, Role: role);
    }
}
