using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenUpr.FollowUp.Outcomes;
using OpenUpr.Sources;

namespace OpenUpr.FollowUp.Publications;

/// <summary>What is signed: a page that is shown, its name where it is shown, and since when.</summary>
public sealed record PublicationBody(string Name, DateTimeOffset PublishedAt, PublicContent Content);

/// <summary>A publication with who signed it.</summary>
/// <param name="Key">The installation's public key, as SubjectPublicKeyInfo.</param>
public sealed record SignedPublication(PublicationBody Body, byte[] Key)
{
    /// <summary>SHA-256 of the key in groups of four hexadecimal digits: what two operators read to each other before the first file is taken.</summary>
    public string Fingerprint => FingerprintOf(Key);

    internal static string FingerprintOf(byte[] key) => string.Join(' ', Convert.ToHexStringLower(SHA256.HashData(key)).Chunk(4).Select(c => new string(c)));
}

/// <summary>
/// Files with which what a coalition shows goes from one installation to another (requirement N1): the content as one JSON text, the public key of the installation and its signature over that very text
/// (ECDSA on P-256 with SHA-256), so that nobody on the way can change a word, and nobody else can speak in its name.
/// </summary>
public static class PublicationFiles
{
    public const string Format = "openupr-publication-1";

    /// <summary>Bytes of a file: a thousand recommendations with long explanations.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 16 };

    public static byte[] Write(PublicationBody body, ECDsa key)
    {
        var content = JsonSerializer.Serialize(body, s_json);
        var signature = key.SignData(Signed(content), HashAlgorithmName.SHA256);
        return JsonSerializer.SerializeToUtf8Bytes(new Envelope(Format, content, Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()), Convert.ToBase64String(signature)), s_json);
    }

    /// <exception cref="SourceException">The file is none of these, was changed after it was signed, or says what cannot be.</exception>
    public static SignedPublication Read(byte[] file, IReadOnlySet<string> states)
    {
        if (file.Length > MaxBytes)
        {
            throw new SourceException($"The file has more than {MaxBytes / 1024 / 1024} MB.");
        }

        try
        {
            var envelope = JsonSerializer.Deserialize<Envelope>(file, s_json);
            if (envelope is not { Format: Format, Content: not null, Key: not null, Signature: not null })
            {
                throw new SourceException($"This is no publication of an installation: it does not say \"{Format}\". Ask for the file under “Signed file” on the page that is shown.");
            }

            var key = Convert.FromBase64String(envelope.Key);
            using var verifier = ECDsa.Create();
            verifier.ImportSubjectPublicKeyInfo(key, out _);
            if (!verifier.VerifyData(Signed(envelope.Content), Convert.FromBase64String(envelope.Signature), HashAlgorithmName.SHA256))
            {
                throw new SourceException("The signature does not fit: the file was changed after it was signed, or damaged on the way. Ask for it again.");
            }

            var body = JsonSerializer.Deserialize<PublicationBody>(envelope.Content, s_json);
            return PublicationCheck.Wrong(body, states) is { } wrong ? throw new SourceException(wrong) : new SignedPublication(body!, key);
        }
        catch (Exception e) when (e is JsonException or FormatException or CryptographicException or NotSupportedException)
        {
            throw new SourceException("This is no publication of an installation, or it is damaged. Ask for the file again.");
        }
    }

    internal static PublicContent Content(string json) => JsonSerializer.Deserialize<PublicContent>(json)!;

    private static byte[] Signed(string content) => Encoding.UTF8.GetBytes($"{Format}\n{content}");

    private sealed record Envelope(string? Format, string? Content, string? Key, string? Signature);
}
