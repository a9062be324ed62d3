namespace OpenUpr.Coalitions.Sheets;

/// <summary>Words that people write into sheets, in English, French and Spanish, for the codes that the store keeps. Folded (<see cref="SheetField.Fold"/>).</summary>
internal static class SheetWords
{
    private static readonly Dictionary<string, string> s_roles = Read(
        "secretariat: secretariat, secretaria, secretariado, secretaire, secretary, coordinator, coordinateur, coordinatrice, coordinador, coordinadora, coordination",
        "editor: editor, editora, editeur, editrice, redacteur, redactrice, redactor, redactora",
        "contributor: contributor, member, contributeur, contributrice, membre, contribuidor, colaborador, colaboradora, miembro, integrante",
        "observer: observer, reader, observateur, observatrice, lecteur, lectrice, observador, observadora, lector, lectora",
        "guest: guest, invite, invitee, invitado, invitada");

    private static readonly Dictionary<string, string> s_kinds = Read(
        "ngo: ngo, ong, cso, osc, non governmental organisation, non governmental organization, organisation non gouvernementale, organizacion no gubernamental, association, asociacion, civil society organisation",
        "grassroots: grassroots, grass roots, community organisation, community based organisation, cbo, base, organisation de base, organizacion de base, organisation communautaire, organizacion comunitaria",
        "network: network, coalition, platform, reseau, plateforme, red, plataforma, coalicion",
        "nhri: nhri, indh, inddhh, national human rights institution, institution nationale des droits de l homme, institucion nacional de derechos humanos, ombudsman, defensoria",
        "academic: academic, university, universite, universidad, academia, universitaire, research",
        "union: union, trade union, syndicat, sindicato",
        "faith: faith, church, religious, faith based, eglise, religieux, iglesia, religiosa, confessionnel",
        "media: media, press, medias, presse, medios, prensa",
        "regional-body: regional body, organisation regionale, organismo regional",
        "other: other, autre, otro, otra");

    private static readonly Dictionary<string, string> s_statuses = Read(
        "none: none, no, non, aucun, ninguno, sin", "general: general", "special: special, yes, oui, si, especial, speciale", "roster: roster, liste, lista", "A: a, status a, statut a, estatus a", "B: b, status b, statut b, estatus b");

    public static string Role(string cell) => Of(s_roles, cell);

    public static string Kind(string cell) => Of(s_kinds, cell);

    public static string Status(string cell) => Of(s_statuses, cell);

    public static bool IsRole(string cell) => s_roles.ContainsKey(SheetField.Fold(cell));

    public static bool IsKind(string cell) => s_kinds.ContainsKey(SheetField.Fold(cell));

    /// <summary>The cell itself where it is no such word: the form's rule then refuses it.</summary>
    private static string Of(Dictionary<string, string> words, string cell) => words.GetValueOrDefault(SheetField.Fold(cell), cell);

    private static Dictionary<string, string> Read(params IEnumerable<string> lines) =>
        lines.Select(l => l.Split(": ")).SelectMany(p => p[1].Split(", ").Append(SheetField.Fold(p[0])).Distinct().Select(w => (Word: w, Code: p[0]))).ToDictionary(p => p.Word, p => p.Code);
}
