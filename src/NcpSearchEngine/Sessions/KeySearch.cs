using NcpSearchEngine.Client;

namespace NcpSearchEngine.Sessions;

/// <summary>Finds keys where NAVER Cloud's own tools keep them. What is passed over and why is told; what is damaged is an error, never passed over.</summary>
internal sealed class KeySearch(Action<Func<string>> verbose, Action<string> warn)
{
    /// <summary>The environment, then the profile DEFAULT of the configure file.</summary>
    /// <exception cref="NcpSearchEngineException">CredentialNotFound with the places looked at, or what is wrong with one of them.</exception>
    internal FoundKeys FindUnasked()
    {
        if (EnvironmentKeys.Find() is { } found)
        {
            return found;
        }

        verbose(static () => ModuleMessages.PassedOver(EnvironmentKeys.DescribeAbsence()));
        string path = ConfigureFile.DefaultPath;
        using ConfigureFile? file = ConfigureFile.Open(path);
        bool hasDefault = file?.ProfileNames.Contains(ConfigureFile.DefaultProfile, StringComparer.OrdinalIgnoreCase) == true;
        if (hasDefault)
        {
            return Take(file!, ConfigureFile.DefaultProfile);
        }

        string notInFile = file is null ? ModuleMessages.NoConfigureFile(path) : ModuleMessages.NoDefaultProfile(path);
        verbose(() => ModuleMessages.PassedOver(notInFile));
        throw new NcpSearchEngineException(NcpErrorId.CredentialNotFound, ModuleMessages.CredentialNotFound([EnvironmentKeys.DescribeAbsence(), notInFile]));
    }

    /// <summary>A profile that was asked for.</summary>
    /// <exception cref="NcpSearchEngineException">ProfileNotFound, InvalidProfile or InvalidEndpoint.</exception>
    internal FoundKeys FindProfile(string? path, string profileName)
    {
        path ??= ConfigureFile.DefaultPath;
        using ConfigureFile file = ConfigureFile.Open(path)
            ?? throw new NcpSearchEngineException(NcpErrorId.ProfileNotFound, ModuleMessages.ConfigureFileMissing(path));
        return Take(file, profileName);
    }

    private FoundKeys Take(ConfigureFile file, string profileName)
    {
        FoundKeys found = file.GetKeys(profileName);
        if (file.IsReadableByOthers)
        {
            warn(ModuleMessages.ConfigureFileIsOpen(file.Path));
        }

        return found;
    }
}
