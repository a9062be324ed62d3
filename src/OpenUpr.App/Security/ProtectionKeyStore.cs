using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions.Keys;
using OpenUpr.Storage;

namespace OpenUpr.App.Security;

/// <summary>
/// Keeps the keys of cookies and forms in the store, sealed under the installation's key: forms survive a restart, every node reads what another wrote,
/// and nothing lies in a home folder.
/// </summary>
internal sealed class ProtectionKeyStore(Store store, Keyring keys) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = store.Open();
        return [.. db.ProtectionKeys.AsNoTracking().OrderBy(k => k.Id).AsEnumerable().Select(k => XElement.Parse(Encoding.UTF8.GetString(keys.Open(k.Sealed, PlaceOf(k.Name)))))];
    }

    // The framework asks for keys without a way to wait.
    public void StoreElement(XElement element, string friendlyName) => StoreAsync(element.ToString(SaveOptions.DisableFormatting), friendlyName).GetAwaiter().GetResult();

    private async Task StoreAsync(string text, string name)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(CancellationToken.None);
        db.ProtectionKeys.Add(new ProtectionKey
        {
            Id = await db.TakeIdsAsync(Counters.ProtectionKeys, 1, CancellationToken.None),
            Name = name,
            Sealed = keys.Seal(Encoding.UTF8.GetBytes(text), PlaceOf(name)),
        });
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private static string PlaceOf(string name) => $"protection_keys.sealed.{name}";
}
