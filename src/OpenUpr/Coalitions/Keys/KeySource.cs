namespace OpenUpr.Coalitions.Keys;

/// <summary>What unlocks the installation's key at start.</summary>
/// <param name="FilePath">A key file, outside the data folder: who takes the data alone cannot read them.</param>
/// <param name="Passphrase">Words that the operator types or that the service manager hands over; stronger, since nothing on the disk opens the key.</param>
/// <param name="MayCreate">Whether a key file that is not there is made for a store that has no key yet.</param>
public sealed record KeySource(string? FilePath, string? Passphrase = null, bool MayCreate = true)
{
    /// <summary>The platform's place for a user's settings, such as ~/.config/openupr/keys: never beside the data.</summary>
    public static string DefaultFolder => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.Create), "openupr", "keys");
}
