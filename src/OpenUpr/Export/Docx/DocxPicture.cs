using System.Buffers.Binary;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace OpenUpr.Export.Docx;

/// <summary>A picture in the text, with words for those who cannot see it.</summary>
internal static class DocxPicture
{
    /// <summary>English metric units: 914,400 to an inch.</summary>
    private const long UnitsOfCentimetre = 360_000;

    private const long LargestWidth = 6 * UnitsOfCentimetre, LargestHeight = 3 * UnitsOfCentimetre;

    /// <summary>A run with the picture, as large as fits 6 by 3 cm; null where the bytes are no PNG or JPEG whose size can be read.</summary>
    public static Run? Make(MainDocumentPart main, byte[] picture, string text)
    {
        if (PictureSize.Of(picture) is not { } size)
        {
            return null;
        }

        var part = main.AddImagePart(size.IsPng ? ImagePartType.Png : ImagePartType.Jpeg, "picture");
        part.FeedData(new MemoryStream(picture, writable: false));
        var scale = Math.Min((double)LargestWidth / size.Width, (double)LargestHeight / size.Height);
        var (width, height) = (Math.Max(1, (long)(size.Width * scale)), Math.Max(1, (long)(size.Height * scale)));
        var graphic = new A.Graphic(new A.GraphicData(new Pic.Picture(
            new Pic.NonVisualPictureProperties(new Pic.NonVisualDrawingProperties { Id = 1, Name = "Logo", Description = text }, new Pic.NonVisualPictureDrawingProperties()),
            new Pic.BlipFill(new A.Blip { Embed = "picture" }, new A.Stretch(new A.FillRectangle())),
            new Pic.ShapeProperties(
                new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }),
                new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }))) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" });
        return new Run(new Drawing(new Wp.Inline(new Wp.Extent { Cx = width, Cy = height }, new Wp.DocProperties { Id = 1, Name = "Logo", Description = text }, graphic)
        {
            DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0,
        }));
    }
}

/// <summary>The size of a picture, read from its head; the picture itself is not decoded.</summary>
internal static class PictureSize
{
    public static (bool IsPng, int Width, int Height)? Of(ReadOnlySpan<byte> bytes)
    {
        // PNG, third edition, 5.2 and 11.2.1.
        if (bytes.Length > 24 && bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return Sound(true, BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));
        }

        return bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) ? Jpeg(bytes) : null;
    }

    /// <summary>ITU-T T.81, B.1 and B.2.2: segments until the frame's head.</summary>
    private static (bool IsPng, int Width, int Height)? Jpeg(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]))
        {
            if (bytes[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return Sound(false, BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            }
        }

        return null;
    }

    private static (bool IsPng, int Width, int Height)? Sound(bool isPng, int width, int height) => width is > 0 and < 100_000 && height is > 0 and < 100_000 ? (isPng, width, height) : null;
}
