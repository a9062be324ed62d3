namespace OpenUpr.Coalitions;

/// <summary>What a person may do in a coalition. Each role may do what those before it may, except that a guest's sight is not the beginning of an observer's.</summary>
public enum CoalitionRole
{
    /// <summary>Has a place, but has not accepted the terms of reference: sees those and nothing else (requirement D2).</summary>
    Invited,

    /// <summary>Of a government, a UN agency or a donor: sees what is shared with them by name (requirement O2).</summary>
    Guest,

    /// <summary>Reads.</summary>
    Observer,

    /// <summary>Adds and changes what is their own: evidence, drafts, comments.</summary>
    Contributor,

    /// <summary>Changes what is the coalition's.</summary>
    Editor,

    /// <summary>Invites, gives roles, keeps the records.</summary>
    Secretariat,
}

/// <summary>The roles as the store and <c>openupr routes</c> write them.</summary>
public static class CoalitionRoles
{
    public static string Code(this CoalitionRole role) => role.ToString().ToLowerInvariant();

    /// <exception cref="ArgumentException">The code is none of a role.</exception>
    public static CoalitionRole Parse(string code) => TryParse(code) ?? throw new ArgumentException($"'{code}' is not a coalition role.", nameof(code));

    public static CoalitionRole? TryParse(string? code) => code switch
    {
        "invited" => CoalitionRole.Invited,
        "guest" => CoalitionRole.Guest,
        "observer" => CoalitionRole.Observer,
        "contributor" => CoalitionRole.Contributor,
        "editor" => CoalitionRole.Editor,
        "secretariat" => CoalitionRole.Secretariat,
        _ => null,
    };
}
