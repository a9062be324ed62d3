namespace OpenUpr.Storage;

/// <summary>A person who may sign in. The row of a deleted account is gone; what it wrote for a coalition stays under its member number.</summary>
public sealed class Account
{
    public long Id { get; set; }

    /// <summary>The name one signs in with, as typed when it was chosen. It need not be a real name.</summary>
    public required string SignInName { get; set; }

    /// <summary>The same folded (NFKC, lower case): unique.</summary>
    public required string NormalisedName { get; set; }

    /// <summary>As pages show it to the person and to their coalitions.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Null where none was given: an address is never required.</summary>
    public string? Email { get; set; }

    /// <summary>Null for an account with passkeys only.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes whenever the ways to sign in change; a session with an older stamp ends.</summary>
    public required string SecurityStamp { get; set; }

    /// <summary>The secret of the one-time codes, sealed under the installation's key; null while there is none.</summary>
    public byte[]? TotpSecret { get; set; }

    /// <summary>The time step of the last one-time code that was taken, so that no code is taken twice (RFC 6238, 5.2).</summary>
    public long TotpLastStep { get; set; }

    /// <summary>Whether the code was once typed right, so that it is asked for.</summary>
    public bool TotpIsOn { get; set; }

    public int FailedSignIns { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>Runs the installation.</summary>
    public bool IsOperator { get; set; }

    /// <summary>Imports and corrects public data.</summary>
    public bool IsCurator { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>A passkey (WebAuthn Level 3 credential) of an account.</summary>
public sealed class Passkey
{
    public long Id { get; set; }

    public long AccountId { get; set; }

    /// <summary>The credential's id, base64url: unique.</summary>
    public required string CredentialId { get; set; }

    public required byte[] PublicKey { get; set; }

    /// <summary>What the person calls the device.</summary>
    public required string Name { get; set; }

    public long SignCount { get; set; }

    /// <summary>Separated by spaces.</summary>
    public required string Transports { get; set; }

    public bool IsUserVerified { get; set; }

    public bool IsBackupEligible { get; set; }

    public bool IsBackedUp { get; set; }

    public required byte[] AttestationObject { get; set; }

    public required byte[] ClientDataJson { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }
}

/// <summary>A code that opens an account once when the device with the one-time codes is lost.</summary>
public sealed class RecoveryCode
{
    public long Id { get; set; }

    public long AccountId { get; set; }

    public required string Hash { get; set; }
}

/// <summary>Somebody is signed in on a device. The cookie holds a random token; the row holds its hash, so that a stolen database opens no session.</summary>
public sealed class SignIn
{
    public long Id { get; set; }

    public long AccountId { get; set; }

    /// <summary>SHA-256 of the token, hex: unique.</summary>
    public required string TokenHash { get; set; }

    /// <summary>How: passkey, password, recovery, invitation, demo.</summary>
    public required string Method { get; set; }

    /// <summary>Kind of browser and system, such as "Firefox, Linux"; never an address or a version.</summary>
    public required string Device { get; set; }

    /// <summary>The account's stamp when the session began.</summary>
    public required string SecurityStamp { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>To the hour: enough to tell sessions apart, too little to follow a person.</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    /// <summary>When the person last proved who they are; dangerous acts ask again after a while.</summary>
    public DateTimeOffset ProvedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>An open door for one person, by a link or by a code that can be read over the phone. Used once.</summary>
public sealed class Invitation
{
    /// <summary>What it opens: the first account, an account with an installation role, a place in a coalition, new ways to sign in to an existing account.</summary>
    public const string Owner = "owner";
    public const string Person = "person";
    public const string Place = "place";
    public const string NewDevice = "device";

    public long Id { get; set; }

    public required string Purpose { get; set; }

    /// <summary>SHA-256 of the link's token, hex: unique.</summary>
    public required string TokenHash { get; set; }

    /// <summary>Keyed hash of the code for the phone, hex; null where there is none.</summary>
    public string? CodeHash { get; set; }

    public long? CoalitionId { get; set; }

    /// <summary>The coalition role that it gives.</summary>
    public string? Role { get; set; }

    /// <summary>The place that waits for the person, made with the invitation.</summary>
    public long? MembershipId { get; set; }

    /// <summary>The account that a new device is for.</summary>
    public long? AccountId { get; set; }

    public bool GivesOperator { get; set; }

    public bool GivesCurator { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }

    public int WrongTries { get; set; }
}

/// <summary>A challenge that was answered: it is taken no second time, on no node. Forgotten when it is too old to be answered anyway.</summary>
public sealed class SpentTicket
{
    public long Id { get; set; }

    /// <summary>SHA-256 of what the ticket says, hex: unique.</summary>
    public required string Hash { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>A key with which the site protects cookies and forms, as ASP.NET Core writes it, sealed under the installation's key.</summary>
public sealed class ProtectionKey
{
    public long Id { get; set; }

    public required string Name { get; set; }

    public required byte[] Sealed { get; set; }
}
