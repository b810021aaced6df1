namespace NcpSearchEngine.Reports;

/// <summary>Replaces a file as a whole: whoever reads it sees the old one or the new one, never a half.</summary>
internal static class AtomicFile
{
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    internal static void Write(string path, Action<Stream> write)
    {
        // Beside it, since only within one file system a file can be moved in one step.
        string temporary = Path.Combine(Path.GetDirectoryName(path) ?? string.Empty, $".{Guid.NewGuid():N}.tmp");
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
            }

            Replace(temporary, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A person knows nothing of the temporary file.
            string reason = exception.Message.Replace(temporary, path);
            throw exception is IOException ? new IOException(reason, exception) : new UnauthorizedAccessException(reason, exception);
        }
        finally
        {
            Remove(temporary);
        }
    }

    private static void Replace(string temporary, string path)
    {
#if NET
        File.Move(temporary, path, overwrite: true);
#else
        if (File.Exists(path))
        {
            File.Replace(temporary, path, destinationBackupFileName: null);
        }
        else
        {
            File.Move(temporary, path);
        }
#endif
    }

    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is moved, or what hinders its removal has been told already.
        }
    }
}
