namespace OpenUpr.Evidence.Cleaning;

/// <summary>What a file is, by its content.</summary>
public enum FileKind
{
    Unknown,
    Jpeg,
    Png,
    Gif,
    WebP,
    Heic,
    Tiff,
    Pdf,
    Docx,
    Xlsx,
    Pptx,
    OpenDocument,
    Text,
    Mp3,
    Wav,
    Flac,
    Ogg,
    Mp4,
    Matroska,
    OldOffice,
    RichText,
    Markup,
    OtherMedia,
    MacroDocument,
    Program,
    Archive,
}

/// <summary>What is done with each kind.</summary>
public static class FileKinds
{
    /// <summary>Kinds that are not taken at all: they run, or they hide what they hold.</summary>
    public static bool IsRefused(this FileKind kind) => kind is FileKind.MacroDocument or FileKind.Program or FileKind.Archive;

    /// <summary>For the store, and for the download of a kind that no browser runs; others go out as bytes.</summary>
    public static string MediaType(this FileKind kind) => kind switch
    {
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.Gif => "image/gif",
        FileKind.WebP => "image/webp",
        FileKind.Heic => "image/heic",
        FileKind.Tiff => "image/tiff",
        FileKind.Pdf => "application/pdf",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind.Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        FileKind.OpenDocument => "application/vnd.oasis.opendocument",
        FileKind.Text => "text/plain",
        FileKind.Mp3 => "audio/mpeg",
        FileKind.Wav => "audio/wav",
        FileKind.Flac => "audio/flac",
        FileKind.Ogg => "audio/ogg",
        FileKind.Mp4 => "video/mp4",
        FileKind.Matroska => "video/webm",
        FileKind.OldOffice => "application/x-ole-storage",
        FileKind.RichText => "application/rtf",
        FileKind.Markup => "application/xml",
        _ => "application/octet-stream",
    };

    /// <summary>The ending that fits the content, with its dot: a name that lies gets the right one at the download.</summary>
    public static string Ending(this FileKind kind) => kind switch
    {
        FileKind.Jpeg => ".jpg",
        FileKind.OpenDocument or FileKind.OldOffice or FileKind.Mp4 or FileKind.Unknown or FileKind.OtherMedia or FileKind.Text => "",
        FileKind.Matroska => "",
        FileKind.RichText => ".rtf",
        FileKind.Markup => ".txt",
        FileKind.Tiff => ".tif",
        _ => "." + kind.ToString().ToLowerInvariant(),
    };

    /// <summary>The kind that a stored media type stands for.</summary>
    public static FileKind Parse(string mediaType) => Enum.GetValues<FileKind>().FirstOrDefault(k => k != FileKind.Unknown && k.MediaType() == mediaType && mediaType != "application/octet-stream");
}
